/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page and the completion of bash, made from the tables of commands
 * and options. The build calls this; it is no command for people. */
#include "dispatch.h"

#include <stdio.h>
#include <string.h>

/* A command with the words before it: "prices import". */
typedef struct
{
  GString    *text;
  const char *words;
} Page;

typedef void (*CommandFunc) (const OutlayCommand *command,
                             const char          *words,
                             GString             *text);

/* Every command that does something, those of groups with their group's name. */
static void
for_each_command (CommandFunc  func,
                  GString     *text)
{
  for (const OutlayCommand *command = outlay_cli_commands; command->name != NULL; command++)
    {
      if (command->commands == NULL)
        func (command, command->name, text);
      for (const OutlayCommand *inner = command->commands;
           inner != NULL && inner->name != NULL; inner++)
        {
          g_autofree char *words = g_strconcat (command->name, " ", inner->name, NULL);

          func (inner, words, text);
        }
    }
}

/* The manual */

/* A hyphen is typed, a line may not begin with a dot, and what "--help" breaks and
 * indents is one line. */
static void
append_roff (GString    *page,
             const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '-')
      g_string_append (page, "\\-");
    else if (*at == '\\')
      g_string_append (page, "\\e");
    else if (g_ascii_isspace (*at))
      {
        if (!g_ascii_isspace (at[1]))
          g_string_append_c (page, ' ');
      }
    else if ((*at == '.' || *at == '\'') && at == text)
      g_string_append_printf (page, "\\&%c", *at);
    else
      g_string_append_c (page, *at);
}

static void
append_option (GString            *page,
               const GOptionEntry *entry)
{
  g_string_append (page, ".TP\n");
  if (entry->short_name != '\0')
    g_string_append_printf (page, "\\fB\\-%c\\fR, ", entry->short_name);
  g_string_append (page, "\\fB\\-\\-");
  append_roff (page, entry->long_name);
  g_string_append (page, "\\fR");
  if (entry->arg_description != NULL)
    {
      g_string_append (page, " \\fI");
      append_roff (page, entry->arg_description);
      g_string_append (page, "\\fR");
    }
  g_string_append_c (page, '\n');
  append_roff (page, entry->description);
  g_string_append_c (page, '\n');
}

static void
write_command (const char         *arguments,
               const char         *summary,
               const GOptionEntry *entries,
               gpointer            data)
{
  Page *page = data;

  g_string_append (page->text, ".SS \"outlay\\-cli ");
  append_roff (page->text, page->words);
  g_string_append_c (page->text, ' ');
  append_roff (page->text, arguments);
  g_string_append (page->text, "\"\n");
  append_roff (page->text, summary);
  g_string_append_c (page->text, '\n');
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    append_option (page->text, entry);
}

static void
add_to_manual (const OutlayCommand *command,
               const char          *words,
               GString             *text)
{
  Page page = { text, words };

  outlay_cli_describe (command, write_command, &page);
}

static char *
make_manual (void)
{
  GString *text = g_string_new (
    ".TH OUTLAY\\-CLI 1 \"\" \"Outlay " OUTLAY_VERSION "\" \"User Commands\"\n"
    ".SH NAME\noutlay\\-cli \\- what AI assistants will cost a team, month by month\n"
    ".SH SYNOPSIS\n\\fBoutlay\\-cli\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]\n"
    ".SH DESCRIPTION\n"
    "Estimates what AI assistants cost a team while people learn: by month, role and kind of\n"
    "task, for models, plans and routings side by side. A scenario is a file of JSON,\n"
    "\\fI*.outlay\\fR, as the window writes it; \\fBoutlay\\-cli example\\fR prints one to start\n"
    "from. A file named \\fB\\-\\fR is standard input. Results go to standard output, all else to\n"
    "standard error. Figures have a point as decimal mark in every locale; only a report\n"
    "follows the language of who calls.\n"
    ".SH COMMANDS\n");

  for_each_command (add_to_manual, text);
  g_string_append (text,
    ".SH EXIT STATUS\n"
    ".TP\n0\nThe work is done.\n"
    ".TP\n1\nThe work failed: a file cannot be read or is refused, or no option could be\n"
    "estimated.\n"
    ".TP\n2\nWrong usage.\n"
    ".TP\n3\nA check did not hold.\n"
    ".SH FILES\n"
    ".TP\n\\fI$XDG_DATA_HOME/outlay/prices\\fR\nThe prices that were imported, and the addresses\n"
    "of lists. $XDG_DATA_HOME is \\fI~/.local/share\\fR where it is not set.\n"
    ".TP\n\\fI$XDG_DATA_HOME/outlay/ledger.sqlite\\fR\nThe ledger of what was really used.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nThe day that a report bears, in seconds since 1970, instead\n"
    "of today.\n"
    ".TP\n\\fBOUTLAY_STORE\\fR\nThe ledger to use where no option names one: a file, or\n"
    "postgresql://host/database.\n"
    ".SH EXAMPLES\n.nf\n"
    "outlay\\-cli example > team.outlay\n"
    "outlay\\-cli estimate team.outlay\n"
    "outlay\\-cli check \\-\\-budget 9000 team.outlay\n"
    "outlay\\-cli report team.outlay \\-o team.pdf \\-\\-client Northwind\n"
    ".fi\n"
    ".SH SEE ALSO\n\\fBoutlay\\fR(1)\n");

  return g_string_free (text, FALSE);
}

/* The completion */

/* Words that an argument may be: "agents|repositories". */
static gboolean
is_choice (const char *arguments)
{
  return strchr (arguments, '|') != NULL && strchr (arguments, ' ') == NULL &&
         strspn (arguments, "abcdefghijklmnopqrstuvwxyz|-") == strlen (arguments);
}

static void
append_choice (GString    *script,
               const char *arguments)
{
  g_autofree char *words = g_strdelimit (g_strdup (arguments), "|", ' ');

  g_string_append_printf (script, "      words='%s'\n", words);
}

/* What stands after an option that takes something. */
static void
append_values (GString            *script,
               const char         *command,
               const GOptionEntry *entry)
{
  if (entry->arg == G_OPTION_ARG_NONE)
    return;

  g_string_append_printf (script, "    '%s --%s'", command, entry->long_name);
  if (entry->short_name != '\0')
    g_string_append_printf (script, "|'%s -%c'", command, entry->short_name);
  g_string_append (script, ")\n");
  if (entry->arg == G_OPTION_ARG_FILENAME)
    g_string_append (script, "      files=yes\n");
  else if (strcmp (entry->long_name, "format") == 0)
    append_choice (script, "table|csv|json");
  else if (entry->arg_description != NULL && is_choice (entry->arg_description))
    append_choice (script, entry->arg_description);
  g_string_append (script, "      ;;\n");
}

static void
write_values (const char         *arguments,
              const char         *summary,
              const GOptionEntry *entries,
              gpointer            data)
{
  Page *page = data;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    append_values (page->text, page->words, entry);
}

static void
add_values (const OutlayCommand *command,
            const char          *words,
            GString             *text)
{
  Page page = { text, words };

  outlay_cli_describe (command, write_values, &page);
}

/* Options, and what a command's arguments are. */
static void
write_options (const char         *arguments,
               const char         *summary,
               const GOptionEntry *entries,
               gpointer            data)
{
  Page *page = data;

  g_string_append_printf (page->text, "    '%s')\n      options='", page->words);
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_string_append_printf (page->text, "--%s ", entry->long_name);
  g_string_append (page->text, "--help'\n");
  if (is_choice (arguments))
    append_choice (page->text, arguments);
  else if (strstr (arguments, "FILE") != NULL || strstr (arguments, "PATH") != NULL)
    g_string_append (page->text, "      files=yes\n");
  g_string_append (page->text, "      ;;\n");
}

static void
add_options (const OutlayCommand *command,
             const char          *words,
             GString             *text)
{
  Page page = { text, words };

  outlay_cli_describe (command, write_options, &page);
}

static void
append_names (GString             *script,
              const OutlayCommand *commands)
{
  for (const OutlayCommand *command = commands; command->name != NULL; command++)
    g_string_append_printf (script, "%s ", command->name);
}

static char *
make_completion (void)
{
  GString *text = g_string_new (
    "# SPDX-License-Identifier: GPL-3.0-or-later\n"
    "# shellcheck shell=bash disable=SC2207 # words have no blanks\n"
    "# Made from the program's tables of options.\n"
    "_outlay_cli () {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  local command=${COMP_WORDS[1]} first=2 words='' options='' files=''\n\n"
    "  case $command in\n");

  for (const OutlayCommand *command = outlay_cli_commands; command->name != NULL; command++)
    if (command->commands != NULL)
      {
        g_string_append_printf (text, "    %s)\n      first=3\n      words='", command->name);
        append_names (text, command->commands);
        g_string_append (text, "'\n      command=\"$command ${COMP_WORDS[2]}\"\n      ;;\n");
      }
  g_string_append (text, "  esac\n"
    "  if ((COMP_CWORD == 1)); then\n    words='");
  append_names (text, outlay_cli_commands);
  g_string_append (text, "--help --version'\n"
    "  fi\n"
    "  if ((COMP_CWORD < first)); then\n"
    "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
    "    return\n"
    "  fi\n\n"
    "  words=''\n"
    "  case \"$command $before\" in\n");
  for_each_command (add_values, text);
  g_string_append (text, "    *)\n      case $command in\n");
  for_each_command (add_options, text);
  g_string_append (text, "      esac\n      ;;\n  esac\n\n"
    "  if [[ $word == -* ]]; then\n"
    "    words=$options\n"
    "    files=''\n"
    "  fi\n"
    "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
    "  if [[ -n $files ]]; then\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    while IFS='' read -r name; do\n"
    "      COMPREPLY+=(\"$name\")\n"
    "    done < <(compgen -f -- \"$word\")\n"
    "  fi\n"
    "}\n"
    "complete -F _outlay_cli outlay-cli\n");

  return g_string_free (text, FALSE);
}

OutlayExit
outlay_cli_document (int    argc,
                     char **argv)
{
  g_autofree char *text = NULL;

  if (argc == 2 && strcmp (argv[1], "manual") == 0)
    text = make_manual ();
  else if (argc == 2 && strcmp (argv[1], "completion") == 0)
    text = make_completion ();
  else
    return outlay_cli_usage ("document takes one of manual, completion");

  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}
