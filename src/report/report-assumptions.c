/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every input of a report, and where its value comes from. */
#include "report-sections.h"

#include "evidence-words.h"
#include "evidence.h"
#include "figure-format.h"
#include "input-text.h"
#include "measured-words.h"
#include "scenario-file.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
add_value (OutlayReportTable *table,
           const OutlayInput *input,
           gconstpointer      object)
{
  outlay_report_table_add_number (table, outlay_input_get_value (input, object),
                                  outlay_input_format (input, object));
}

static void
add_columns (OutlayReportTable      *table,
             const OutlayInputTable *inputs,
             const char             *name,
             const char * const     *keys)
{
  outlay_report_table_add_column (table, name, FALSE);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const OutlayInput *input = outlay_input_table_find (inputs, keys[i]);
      g_autofree char *title = outlay_input_name (input);

      outlay_report_table_add_column (table, title, input->type != OUTLAY_INPUT_CHOICE);
    }
}

/* A row for each entry of a list, a column for each of @keys. */
static void
add_list (OutlayReportMaker  *maker,
          const char         *caption,
          const char         *key,
          const char * const *keys)
{
  const OutlayScenario *scenario = maker->estimate->scenario;
  const OutlayInput *list = outlay_input_table_find (&outlay_scenario_inputs, key);
  const OutlayInput *name = outlay_input_table_find (list->table, "name");
  const char *entries = *(const char * const *) outlay_input_const_member (list, scenario);
  OutlayReportTable *table = outlay_report_add_table (maker->report, caption);

  add_columns (table, list->table, _(name->label), keys);
  for (guint i = 0; i < outlay_input_get_count (list, scenario); i++)
    {
      gconstpointer entry = entries + i * list->table->size;

      outlay_report_table_add_text (table, *(const char * const *)
                                             outlay_input_const_member (name, entry));
      for (guint k = 0; keys[k] != NULL; k++)
        add_value (table, outlay_input_table_find (list->table, keys[k]), entry);
    }
}

/* What is not the default has no other source than whoever set it, or measured it. */
static void
add_source (OutlayReportTable    *table,
            const OutlayScenario *scenario,
            const char           *path,
            gboolean              is_default)
{
  const OutlayEvidence *evidence = outlay_evidence_find (path);
  g_autoptr (OutlayMeasured) measured = outlay_measured_find (scenario, path);

  if (measured != NULL)
    {
      g_autofree char *sample = outlay_measured_describe (measured);

      outlay_report_table_add_text (table, outlay_evidence_label_name ("measured"));
      outlay_report_table_add_text (table, sample);
      return;
    }

  if (!is_default || evidence == NULL)
    {
      outlay_report_table_add_text (table, "–");
      outlay_report_table_add_text (table, _("Set in this scenario"));
      return;
    }

  outlay_report_table_add_text (table, outlay_evidence_label_name (evidence->label));
  outlay_report_table_add_text (table, evidence->source);
}

static gboolean
is_same (const OutlayInput *input,
         gconstpointer      object,
         gconstpointer      fallback)
{
  g_autofree char *here = outlay_input_format (input, object);
  g_autofree char *there = outlay_input_format (input, fallback);
  double value = outlay_input_get_value (input, object);
  double other = outlay_input_get_value (input, fallback);

  if (!isnan (value) || !isnan (other))
    return value == other;

  return g_strcmp0 (here, there) == 0;
}

static void
add_input (OutlayReportTable    *table,
           const OutlayScenario *scenario,
           const OutlayInput    *input,
           gconstpointer         object,
           gconstpointer         fallback,
           const char           *name,
           const char           *path)
{
  g_autofree char *text = outlay_input_format (input, object);

  if (text == NULL)
    return;

  outlay_report_table_add_text (table, name);
  outlay_report_table_add_number (table, outlay_input_get_value (input, object),
                                  g_steal_pointer (&text));
  outlay_report_table_add_text (table, input->unit != NULL ? _(input->unit) : "");
  add_source (table, scenario, path, is_same (input, object, fallback));
}

/* Not assumptions: what the scenario is called, and what is told elsewhere. */
static gboolean
is_told_elsewhere (const char *path)
{
  static const char * const paths[] = { "outlay", "name", "notes", "seed" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (strcmp (paths[i], path) == 0)
      return TRUE;

  return FALSE;
}

static void
add_inputs (OutlayReportTable      *table,
            const OutlayScenario   *scenario,
            const OutlayInputTable *inputs,
            gconstpointer           object,
            gconstpointer           fallback,
            const char             *group,
            const char             *parent)
{
  for (guint i = 0; i < inputs->n_inputs; i++)
    {
      const OutlayInput *input = &inputs->inputs[i];
      g_autofree char *path = g_strdup_printf ("%s%s", parent, input->key);
      g_autofree char *name = NULL;

      if (!outlay_input_applies (input, inputs, object) || is_told_elsewhere (path))
        continue;

      /* Translators: a group of inputs and one of them: "Expertise, novice" */
      name = *group != '\0' && strcmp (group, _(input->label)) != 0
             ? g_strdup_printf (C_("input", "%s: %s"), group, _(input->label))
             : g_strdup (_(input->label));

      if (input->type != OUTLAY_INPUT_OBJECT)
        add_input (table, scenario, input, object, fallback, name, path);
      else if (input->table != &outlay_prices_inputs)
        {
          g_autofree char *inner = g_strconcat (path, ".", NULL);

          add_inputs (table, scenario, input->table, outlay_input_const_member (input, object),
                      outlay_input_const_member (input, fallback), name, inner);
        }
    }
}

static const OutlayTask *
find_task (const OutlayScenario *scenario,
           const char           *id)
{
  for (guint i = 0; i < scenario->n_tasks; i++)
    if (strcmp (scenario->tasks[i].id, id) == 0)
      return &scenario->tasks[i];

  return NULL;
}

/* One row for an input of all kinds of task: their values stand in their table. */
static void
add_task_inputs (OutlayReportMaker *maker,
                 OutlayReportTable *table)
{
  const OutlayScenario *scenario = maker->estimate->scenario;
  const OutlayInput *list = outlay_input_table_find (&outlay_scenario_inputs, "tasks");

  for (guint i = 0; i < list->table->n_inputs; i++)
    {
      const OutlayInput *input = &list->table->inputs[i];
      g_autofree char *path = g_strdup_printf ("tasks[].%s", input->key);
      /* Translators: an input that each kind of task has */
      g_autofree char *name = g_strdup_printf (_("Each kind of task: %s"), _(input->label));
      gboolean is_default = TRUE;

      if (outlay_evidence_find (path) == NULL)
        continue;

      for (guint task = 0; task < scenario->n_tasks; task++)
        {
          const OutlayTask *fallback = find_task (outlay_scenario_get_defaults (),
                                                  scenario->tasks[task].id);

          is_default &= fallback != NULL && is_same (input, &scenario->tasks[task], fallback);
        }
      outlay_report_table_add_text (table, name);
      outlay_report_table_add_text (table, _("see its table"));
      outlay_report_table_add_text (table, input->unit != NULL ? _(input->unit) : "");
      add_source (table, scenario, path, is_default);
    }
}

void
outlay_report_add_assumptions (OutlayReportMaker *maker)
{
  static const char * const role_keys[] = {
    "people", "joins", "expertise", "tasks_per_day", "hourly_wage", NULL
  };
  static const char * const task_keys[] = {
    "share", "turns", "calls_per_turn", "base_context", "message", "tool_result", "output",
    "minutes_saved", "minutes_review", NULL
  };
  OutlayReportTable *table;

  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("What it assumes"));
  outlay_report_add_text (maker->report, OUTLAY_REPORT_NOTE,
                          _("Two numbers with an arrow are those of a person who starts and of "
                            "one who has learnt. Published: the figure stands in the source. "
                            "Measured: counted in real sessions. Derived: worked out from "
                            "published figures. Assumed: a judgement; no study or vendor prints "
                            "it as it stands. What this scenario sets has no label."));
  outlay_report_add_options (maker);
  add_list (maker, _("People"), "team", role_keys);
  add_list (maker, _("Kinds of task"), "tasks", task_keys);

  table = outlay_report_add_table (maker->report, _("Inputs and where they come from"));
  outlay_report_table_add_column (table, C_("column", "Input"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Value"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Unit"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Label"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Source"), FALSE);
  add_inputs (table, maker->estimate->scenario, &outlay_scenario_inputs,
              maker->estimate->scenario, outlay_scenario_get_defaults (), "", "");
  add_task_inputs (maker, table);
}
