/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dispatch.h"

#include <stdio.h>
#include <string.h>

/* Who wants to know of options; see outlay_cli_describe(). */
static OutlayParseFunc listener = NULL;
static gpointer listener_data = NULL;

static void
print_group_help (const char          *group,
                  const OutlayCommand *commands)
{
  printf ("Usage: outlay-cli %s COMMAND [OPTION...] [ARGUMENT...]\n\nCommands:\n", group);
  for (const OutlayCommand *command = commands; command->name != NULL; command++)
    printf ("  %-12s %s\n", command->name, command->summary);
  printf ("\n\"outlay-cli %s COMMAND --help\" tells a command's options.\n", group);
}

/**
 * outlay_cli_dispatch:
 * @group: (nullable): the command whose commands these are
 * @commands: a table of commands
 * @argc: count of arguments
 * @argv: arguments, the command's name second
 *
 * Runs the command that is called.
 *
 * Returns: what it answers
 */
OutlayExit
outlay_cli_dispatch (const char           *group,
                     const OutlayCommand  *commands,
                     int                   argc,
                     char                **argv)
{
  const char *space = group != NULL ? " " : "";

  if (group == NULL)
    group = "";
  if (argc < 2)
    return outlay_cli_usage ("%s needs a command; outlay-cli %s --help lists them", group, group);

  if (*group != '\0' && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
    {
      print_group_help (group, commands);
      return OUTLAY_EXIT_DONE;
    }

  for (const OutlayCommand *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, argv[1]) == 0)
      {
        g_autofree char *program = g_strconcat ("outlay-cli ", group, space, argv[1], NULL);

        if (command->commands != NULL)
          return outlay_cli_dispatch (command->name, command->commands, argc - 1, argv + 1);
        g_set_prgname (program);
        return command->run (argc - 1, argv + 1);
      }

  return outlay_cli_usage ("no command \"%s%s%s\"; outlay-cli %s%s--help lists them", group, space,
                           argv[1], group, space);
}

/**
 * outlay_cli_describe:
 * @command: a command that has no commands of its own
 * @describe: told of its arguments and options
 * @data: for @describe
 *
 * Asks a command for its table of options, which it holds itself.
 */
void
outlay_cli_describe (const OutlayCommand *command,
                     OutlayParseFunc      describe,
                     gpointer             data)
{
  g_autofree char *name = g_strdup (command->name);
  char *argv[] = { name, NULL };

  listener = describe;
  listener_data = data;
  command->run (1, argv);
  listener = NULL;
}

/**
 * outlay_cli_parse:
 * @arguments: what may follow the options, for the help
 * @summary: what the command does, for the help
 * @entries: its options
 * @argc: (inout): count of arguments
 * @argv: (inout): arguments; options are taken out
 *
 * The first thing that a command does.
 *
 * Returns: whether the options could be read; if not, that has been said
 */
gboolean
outlay_cli_parse (const char           *arguments,
                  const char           *summary,
                  const GOptionEntry   *entries,
                  int                  *argc,
                  char               ***argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  if (listener != NULL)
    {
      listener (arguments, summary, entries, listener_data);
      return FALSE;
    }

  context = g_option_context_new (arguments);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_translate_func (context, NULL, NULL, NULL);

  /* A number below zero is an argument, not an option: leave that to GOption's
   * own "--". */
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  outlay_cli_usage ("%s", error->message);

  return FALSE;
}
