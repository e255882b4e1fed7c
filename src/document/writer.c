/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the structs that a table of inputs describes, complete, so that a file
 * means the same when defaults have moved on. */
#include "writer.h"

static void write_table (OutlayJsonWriter       *writer,
                         const OutlayInputTable *table,
                         gconstpointer           object,
                         const OutlayScenario   *scenario);

/* 2026-12 from year * 12 + month - 1. */
char *
outlay_month_to_string (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

/* 2026-08-17 from 20260817. */
char *
outlay_date_to_string (int date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
}

static void
write_choice (OutlayJsonWriter  *writer,
              const OutlayInput *input,
              int                choice)
{
  outlay_json_writer_text (writer, choice == OUTLAY_NONE ? NULL : input->choices[choice]);
}

static void
write_list (OutlayJsonWriter     *writer,
            const OutlayInput    *input,
            gconstpointer         object,
            const OutlayScenario *scenario)
{
  const char *entries = *(const char * const *) outlay_input_const_member (input, object);

  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < outlay_input_get_count (input, object); i++)
    write_table (writer, input->table, entries + i * input->table->size, scenario);
  outlay_json_writer_end_list (writer);
}

static void
write_mix (OutlayJsonWriter     *writer,
           const OutlayPair     *mix,
           const OutlayScenario *scenario)
{
  if (mix == NULL)
    {
      outlay_json_writer_null (writer);
      return;
    }

  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      outlay_json_writer_key (writer, scenario->tasks[i].id);
      outlay_json_writer_numbers (writer, &mix[i].start, 2);
    }
  outlay_json_writer_end_object (writer);
}

/* A rule is one tier, or one for each level where they differ. */
static void
write_rules (OutlayJsonWriter     *writer,
             const OutlayInput    *input,
             OutlayTier          (*rules)[OUTLAY_N_LEVELS],
             const OutlayScenario *scenario)
{
  static const char * const levels[OUTLAY_N_LEVELS] = { "novice", "intermediate", "expert" };

  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      const OutlayTier *rule = rules[i];

      outlay_json_writer_key (writer, scenario->tasks[i].id);
      if (rule[0] == rule[1] && rule[1] == rule[2])
        {
          write_choice (writer, input, (int) rule[0]);
          continue;
        }

      outlay_json_writer_begin_object (writer);
      outlay_json_writer_begin_line (writer);
      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        {
          outlay_json_writer_key (writer, levels[level]);
          write_choice (writer, input, (int) rule[level]);
        }
      outlay_json_writer_end_object (writer);
      outlay_json_writer_end_line (writer);
    }
  outlay_json_writer_end_object (writer);
}

static void
write_when (OutlayJsonWriter  *writer,
            const OutlayInput *input,
            int                when)
{
  g_autofree char *text = NULL;

  if (input->type == OUTLAY_INPUT_MONTH)
    text = outlay_month_to_string (when);
  else if (when != 0)
    text = outlay_date_to_string (when);

  outlay_json_writer_text (writer, text);
}

static void
write_whole (OutlayJsonWriter  *writer,
             const OutlayInput *input,
             gint64             value)
{
  if ((input->flags & OUTLAY_INPUT_NULLABLE) && value == OUTLAY_NONE)
    outlay_json_writer_null (writer);
  else
    outlay_json_writer_whole (writer, value);
}

static void
write_value (OutlayJsonWriter     *writer,
             const OutlayInput    *input,
             gconstpointer         object,
             const OutlayScenario *scenario)
{
  gconstpointer member = outlay_input_const_member (input, object);

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      outlay_json_writer_number (writer, *(const double *) member);
      break;
    case OUTLAY_INPUT_WHOLE:
      write_whole (writer, input, *(const gint64 *) member);
      break;
    case OUTLAY_INPUT_TEXT:
      outlay_json_writer_text (writer, *(const char * const *) member);
      break;
    case OUTLAY_INPUT_FLAG:
      outlay_json_writer_flag (writer, *(const gboolean *) member);
      break;
    case OUTLAY_INPUT_CHOICE:
      write_choice (writer, input, *(const int *) member);
      break;
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
      write_when (writer, input, *(const int *) member);
      break;
    case OUTLAY_INPUT_PAIR:
      outlay_json_writer_numbers (writer, member, 2);
      break;
    case OUTLAY_INPUT_RANGE:
      outlay_json_writer_numbers (writer, member, 3);
      break;
    case OUTLAY_INPUT_NUMBERS:
      outlay_json_writer_numbers (writer, *(const double * const *) member,
                                  outlay_input_get_count (input, object));
      break;
    case OUTLAY_INPUT_OBJECT:
      write_table (writer, input->table, member, scenario);
      break;
    case OUTLAY_INPUT_OPTIONAL:
      if (*(const gconstpointer *) member == NULL)
        outlay_json_writer_null (writer);
      else
        write_table (writer, input->table, *(const gconstpointer *) member, scenario);
      break;
    case OUTLAY_INPUT_LIST:
      write_list (writer, input, object, scenario);
      break;
    case OUTLAY_INPUT_MIX:
      write_mix (writer, *(OutlayPair * const *) member, scenario);
      break;
    case OUTLAY_INPUT_RULES:
      write_rules (writer, input, *(OutlayTier (* const *)[OUTLAY_N_LEVELS]) member, scenario);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_table (OutlayJsonWriter       *writer,
             const OutlayInputTable *table,
             gconstpointer           object,
             const OutlayScenario   *scenario)
{
  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];

      if (!outlay_input_applies (input, table, object))
        continue;

      outlay_json_writer_key (writer, input->key);
      write_value (writer, input, object, scenario);
    }
  outlay_json_writer_end_object (writer);
}

/**
 * outlay_write_inputs:
 * @writer: a writer
 * @table: what @object holds
 * @object: a struct
 * @scenario: (nullable): the scenario it belongs to, whose tasks name what a mix
 *   and rules hold
 */
void
outlay_write_inputs (OutlayJsonWriter       *writer,
                     const OutlayInputTable *table,
                     gconstpointer           object,
                     const OutlayScenario   *scenario)
{
  write_table (writer, table, object, scenario);
}
