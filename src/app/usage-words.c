/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-words.h"

#include "figure-format.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* By OutlayQuestion. */
static const struct
{
  const char *text;
  const char *hint;
} questions[OUTLAY_N_QUESTIONS] = {
  { N_("Which agents used most tokens?"),
    N_("By agent and model. What sub-agents used stands in a line of its own.") },
  { N_("Which repositories and workflows drove the spend?"),
    N_("By repository and kind of task, in US dollars at list price.") },
  { N_("Which outputs were accepted, edited, rejected or reverted?"),
    N_("By outcome and kind of task. Logs do not say it: a table of runs does, in its column "
       "outcome, or a note on a run.") },
  { N_("Which tiers handled which risk classes?"),
    N_("By class of the model and risk. Logs do not say the risk: a table of runs does, in its "
       "column risk, or a note on a run.") },
  { N_("Which runs passed the loop cap, and what would stopping there have saved?"),
    N_("The longest runs, the dearest first. Of runs from tables only the number of turns is "
       "known.") },
};

typedef struct
{
  const char *name;
  const char *text;
} Word;

/* By column, where nothing is said in it. */
static const Word silences[] = {
  { "repository", NC_("ledger", "no repository") },
  { "outcome", NC_("ledger", "outcome not said") },
  { "risk", NC_("ledger", "risk not said") },
  { "tier", NC_("ledger", "tier not known") },
  { "model", NC_("ledger", "model not said") },
};

/* What the ledger itself names; all else is a name of the team's own. */
static const Word names[] = {
  { "(not said)", NC_("ledger", "not said") },
  { "(no name)", NC_("ledger", "no name") },
  { "fix", NC_("ledger", "fix") },
  { "build", NC_("ledger", "build") },
  { "operate", NC_("ledger", "operate") },
  { "write", NC_("ledger", "write") },
  { "analyse", NC_("ledger", "analyse") },
  { "explore", NC_("ledger", "explore") },
  { "orchestrate", NC_("ledger", "orchestrate") },
  { "accepted", NC_("ledger", "accepted") },
  { "edited", NC_("ledger", "edited") },
  { "rejected", NC_("ledger", "rejected") },
  { "reverted", NC_("ledger", "reverted") },
  { "low", NC_("ledger", "low risk") },
  { "high", NC_("ledger", "high risk") },
  { "economy", NC_("ledger", "economy") },
  { "mid", NC_("ledger", "mid") },
  { "frontier", NC_("ledger", "frontier") },
  { "specialist", NC_("ledger", "specialist") },
};

const char *
outlay_usage_question_text (OutlayQuestion question)
{
  return _(questions[question].text);
}

const char *
outlay_usage_question_hint (OutlayQuestion question)
{
  return _(questions[question].hint);
}

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i].name, name) == 0)
      return g_dpgettext2 (NULL, "ledger", words[i].text);

  return NULL;
}

/**
 * outlay_usage_name_text:
 * @column: in which a name stands
 * @name: the name
 *
 * Returns: the name in the person's language, if it is one of the ledger's own
 */
const char *
outlay_usage_name_text (const char *column,
                        const char *name)
{
  const char *word = NULL;

  if (strcmp (name, "(not said)") == 0)
    word = find_word (silences, G_N_ELEMENTS (silences), column);
  if (word == NULL)
    word = find_word (names, G_N_ELEMENTS (names), name);

  return word != NULL ? word : name;
}

/* Returns: (transfer full): a day, as 20260701, in the person's locale */
char *
outlay_usage_format_day (int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100,
                                                    0, 0, 0);

  return date != NULL ? g_date_time_format (date, "%x") : g_strdup ("");
}

/* Returns: (transfer full): the month of a day */
char *
outlay_usage_format_month (int day)
{
  return outlay_month_format (day / 10000 * 12 + day / 100 % 100 - 1, OUTLAY_MONTH_STYLE_LONG);
}

/* What an import found */

static const char * const troubles[OUTLAY_N_LOG_TROUBLES] = {
  N_("Lines cut off or not JSON, passed by: %s"),
  N_("Lines that are not UTF-8, read all the same: %s"),
  N_("Lines longer than 16 MB, passed by: %s"),
  N_("Entries without a time, passed by: %s"),
  N_("Entries without whole counts, passed by: %s"),
  N_("Lines that go back in time, read all the same: %s"),
  N_("Rows of tables that say too little, passed by: %s"),
  N_("Files that could not be read to their end: %s"),
};

/**
 * outlay_usage_fill_count:
 * @pattern: words with one %s
 * @count: a number for it
 *
 * Returns: (transfer full): the words with the number as the person writes it
 */
char *
outlay_usage_fill_count (const char *pattern,
                         guint64     count)
{
  g_autofree char *number = outlay_figure_format_number ((double) count, 0);
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);

  return g_strjoinv (number, parts);
}

static void
add (GPtrArray  *lines,
     const char *pattern,
     guint64     count)
{
  if (count > 0)
    g_ptr_array_add (lines, outlay_usage_fill_count (_(pattern), count));
}

/**
 * outlay_usage_describe_report:
 * @report: what an import found
 *
 * Returns: (transfer full): how it went, in one or two sentences
 */
char *
outlay_usage_describe_report (const OutlayImportReport *report)
{
  guint64 n_logs = report->n_files - report->n_foreign;
  guint64 n_runs = (guint64) MAX (report->n_runs, 0);
  g_autofree char *logs =
    outlay_usage_fill_count (ngettext ("%s log was read.", "%s logs were read.",
                                       (gulong) n_logs), n_logs);
  g_autofree char *runs =
    outlay_usage_fill_count (ngettext ("%s run is new.", "%s runs are new.",
                                       (gulong) n_runs), n_runs);

  if (report->stopped)
    return g_strjoin (" ", logs, runs, _("It was stopped; reading again goes on."), NULL);

  return g_strjoin (" ", logs, runs, NULL);
}

/**
 * outlay_usage_detail_report:
 * @report: what an import found
 *
 * Returns: (transfer full): what else there is to know, a line each; empty for nothing
 */
char *
outlay_usage_detail_report (const OutlayImportReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add (lines, N_("Messages that repeat others, counted once: %s"), report->n_copies);
  add (lines, N_("Files that are as they were, not read again: %s"), report->n_known);
  add (lines, N_("Files that are no logs that Outlay knows: %s"), report->n_foreign);
  add (lines, N_("Calls logged with a placeholder for their output: %s"), report->placeholders);
  add (lines, N_("Calls of sub-agents that are only quoted; they count where their own logs "
                 "are: %s"), report->quoted_calls);
  for (guint i = 0; i < OUTLAY_N_LOG_TROUBLES; i++)
    add (lines, troubles[i], report->counts[i]);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Returns: (transfer full) (nullable): file, line and what is wrong, a line each; %NULL
 *   where nothing is */
char *
outlay_usage_list_troubles (const OutlayImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->troubles->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (report->troubles, i));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
