/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands are rows of tables: help, manual and completion are made from them. */
#pragma once

#include "commands.h"

G_BEGIN_DECLS

typedef struct _OutlayCommand OutlayCommand;

/**
 * OutlayCommand:
 * @name: as it is called; %NULL after the last of a table
 * @summary: what it does, in a few words
 * @run: (nullable): does it
 * @commands: (nullable): its own commands, where it has some
 */
struct _OutlayCommand
{
  const char           *name;
  const char           *summary;
  OutlayExit          (*run) (int    argc,
                              char **argv);
  const OutlayCommand  *commands;
};

extern const OutlayCommand outlay_cli_commands[];
extern const OutlayCommand outlay_cli_prices_commands[];
extern const OutlayCommand outlay_cli_ledger_commands[];

OutlayExit outlay_cli_dispatch (const char           *group,
                                const OutlayCommand  *commands,
                                int                   argc,
                                char                **argv);

/**
 * OutlayParseFunc:
 * @arguments: what may follow the options
 * @summary: what the command does
 * @entries: its options
 * @data: what was given along
 *
 * Told of a command's options instead of reading them.
 */
typedef void (*OutlayParseFunc) (const char         *arguments,
                                 const char         *summary,
                                 const GOptionEntry *entries,
                                 gpointer            data);

void       outlay_cli_describe (const OutlayCommand  *command,
                                OutlayParseFunc       describe,
                                gpointer              data);

OutlayExit outlay_cli_document (int                   argc,
                                char                **argv);

G_END_DECLS
