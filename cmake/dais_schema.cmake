# JSON Schema, OpenRPC and TypeScript, written from the described structs at build time.
