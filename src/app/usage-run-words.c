/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-run-words.h"

#include "figure-format.h"
#include "usage-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_KINDS 7

/* Kinds that rules give, in the order in which the rules are tried, which
 * OUTLAY_LEDGER_KIND has in SQL; %NULL behind the last. */
static const char * const kinds[N_KINDS + 1] = {
  "orchestrate", "operate", "fix", "build", "analyse", "explore", "write", NULL
};

/* By kind: the rule that gives it. */
static const char * const rules[N_KINDS] = {
  N_("three or more agents were set off"),
  N_("a fifth or more of the tools operate something"),
  N_("something was edited, and tests were run"),
  N_("something was edited"),
  N_("the web was read"),
  N_("files were read or commands run"),
  N_("no tool was used"),
};

/* Returns: (transfer none) (array zero-terminated=1): the kinds that rules give */
const char * const *
outlay_usage_kinds (void)
{
  return kinds;
}

/* Returns: (nullable): when the rules give this kind of task */
const char *
outlay_usage_kind_rule (const char *kind)
{
  for (guint i = 0; kind != NULL && i < N_KINDS; i++)
    if (strcmp (kinds[i], kind) == 0)
      return _(rules[i]);

  return NULL;
}

static const char *
name (const char *column,
      const char *text)
{
  return outlay_usage_name_text (column, text != NULL ? text : "(not said)");
}

/* Returns: (transfer full): where it ran, and on what */
char *
outlay_usage_run_title (const OutlayRun *run)
{
  const char *place = name ("repository", run->repository);
  const char *model = name ("model", run->model);

  if (run->is_subagent)
    /* Translators: a repository and a model */
    return g_strdup_printf (_("%s · %s (sub-agent)"), place, model);

  return g_strjoin (" · ", place, model, NULL);
}

static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a day and a time, see g_date_time_format() */
  return local != NULL ? g_date_time_format (local, _("%x, %H:%M")) : g_strdup ("");
}

static void
add_count (GPtrArray  *words,
           const char *pattern, /* with one %s */
           gint64      count)
{
  if (count >= 0)
    g_ptr_array_add (words, outlay_usage_fill_count (pattern, (guint64) count));
}

/* What says what kind of task it was. */
static char *
describe_kind (const OutlayRun *run)
{
  const char *kind = name ("kind", run->kind);
  const char *rule = outlay_usage_kind_rule (run->rule);

  if (run->is_table)
    return run->kind != NULL
             /* Translators: %s is a kind of task */
             ? g_strdup_printf (_("Kind of task: %s, as a table says"), kind)
             : g_strdup (_("Kind of task: not said"));
  if (run->note.kind != NULL)
    /* Translators: %s is a kind of task */
    return g_strdup_printf (_("Kind of task: %s, as was said of it"), kind);

  /* Translators: a kind of task, and the rule that gives it */
  return g_strdup_printf (_("Kind of task: %s, by the rule “%s”"), kind,
                          rule != NULL ? rule : "");
}

static char *
join (GPtrArray  *words,
      const char *separator)
{
  g_ptr_array_add (words, NULL);

  return g_strjoinv (separator, (char **) words->pdata);
}

/* Returns: (transfer full): when it was, what it took, and what it was for: two lines */
char *
outlay_usage_run_subtitle (const OutlayRun *run)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *kind = describe_kind (run);
  g_autofree char *line = NULL;

  g_ptr_array_add (words, format_time (run->at));
  if (run->person != NULL)
    g_ptr_array_add (words, g_strdup (run->person));
  add_count (words, ngettext ("%s token", "%s tokens", (gulong) run->tokens), run->tokens);
  add_count (words, ngettext ("%s turn", "%s turns", (gulong) MAX (run->turns, 0)), run->turns);
  if (run->note.outcome != NULL)
    g_ptr_array_add (words, g_strdup (name ("outcome", run->note.outcome)));
  line = join (words, " · ");

  return g_strjoin ("\n", line, kind, NULL);
}

/* Returns: (transfer full): at list price; where some of it has none, it says so */
char *
outlay_usage_run_cost (const OutlayRun *run)
{
  g_autofree char *money = outlay_figure_format_money_exact ((double) run->cost / 1e9, "USD");

  if (run->unpriced == 0)
    return g_steal_pointer (&money);

  return run->cost == 0 ? g_strdup (C_("run", "no price"))
                        /* Translators: %s is money; some of what was used has no price */
                        : g_strdup_printf (C_("run", "%s and more"), money);
}

/* Returns: (transfer full): on what the rules go, and for what a note is */
char *
outlay_usage_run_detail (const OutlayRun *run)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = outlay_usage_run_subtitle (run);
  g_autofree char *tools = NULL;

  if (run->is_table)
    return g_strjoin ("\n", subtitle, _("A table tells of this run, so there is no rule for it."),
                      NULL);

  add_count (words, ngettext ("%s edit", "%s edits", (gulong) run->edits), run->edits);
  add_count (words, ngettext ("%s test", "%s tests", (gulong) run->tests), run->tests);
  add_count (words, ngettext ("%s tool that operates something",
                              "%s tools that operate something", (gulong) run->operates),
             run->operates);
  add_count (words, ngettext ("%s look at the web", "%s looks at the web", (gulong) run->webs),
             run->webs);
  add_count (words, ngettext ("%s agent set off", "%s agents set off",
                              (gulong) run->delegates), run->delegates);
  tools = join (words, " · ");

  return g_strjoin ("\n", subtitle, tools,
                    _("What is said here is of all that its session did."), NULL);
}
