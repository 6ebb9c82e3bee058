// What opens over a screen: menus, and the rare dialog.

import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './button'

export interface MenuAction {
  id: string
  label: string
  danger?: boolean
  run(): void
}

export function ActionMenu({ label, actions, kind = 'plain' }: {
  label: ReactNode
  actions: MenuAction[]
  kind?: 'plain' | 'quiet'
}) {
  return (
    <MenuTrigger>
      <Button kind={kind}>
        {label} <span aria-hidden>▾</span>
      </Button>
      <Popover className="popover">
        <AriaMenu className="options" items={actions}>
          {(action) => (
            <MenuItem
              id={action.id}
              textValue={action.label}
              className={action.danger ? 'option danger' : 'option'}
              onAction={action.run}
            >
              {action.label}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** For what cannot be undone, and for nothing else. */
export function Dialog({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  return (
    <ModalOverlay isOpen isDismissable className="dialog-shade" onOpenChange={(open) => !open && onClose()}>
      <Modal style={{ display: 'contents' }}>
        <AriaDialog className="dialog stack">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
