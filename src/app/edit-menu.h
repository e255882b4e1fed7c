/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Undo and redo by the name of what they take back or do again: "Undo People of
 * Platform", or "Undo" alone where there is nothing. */
char *outlay_describe_undo    (OutlaySession *session);
char *outlay_describe_redo    (OutlaySession *session);

/* A text as the label of a menu's item that has no mnemonic. */
char *outlay_menu_escape      (const char    *text);

/* Fills a section of a menu with the two. */
void  outlay_edit_menu_update (GMenu         *section,
                               OutlaySession *session);

G_END_DECLS
