#pragma once
// Every command about one meeting: `decide(state, command, context)` yields its events and its answer, or says why not.

#include "server/domain/agenda/decide.hpp"
#include "server/domain/documents/decide.hpp"
#include "server/domain/meeting/plan.hpp"
#include "server/domain/notices/decide.hpp"
#include "server/domain/people/decide.hpp"
#include "server/domain/registration/decide.hpp"
#include "server/domain/sponsorship/decide.hpp"
