/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON schema of a file, made from the table of inputs that reads it. */
#include "schema.h"

#include "json-writer.h"

#include <math.h>

static void write_object (OutlayJsonWriter       *writer,
                          const OutlayInputTable *table,
                          gboolean                is_entry);

/* A type, which may also be null where the input may. */
static void
write_type (OutlayJsonWriter *writer,
            const char       *type,
            gboolean          nullable)
{
  outlay_json_writer_key (writer, "type");
  if (!nullable)
    {
      outlay_json_writer_text (writer, type);
      return;
    }

  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_line (writer);
  outlay_json_writer_text (writer, type);
  outlay_json_writer_text (writer, "null");
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_line (writer);
}

static void
write_limits (OutlayJsonWriter  *writer,
              const OutlayInput *input)
{
  outlay_json_writer_add_number (writer, "minimum", input->min);
  if (input->max < G_MAXDOUBLE)
    outlay_json_writer_add_number (writer, "maximum", input->max);
}

static void
write_run_of_numbers (OutlayJsonWriter  *writer,
                      const OutlayInput *input,
                      guint              n_min,
                      guint              n_max)
{
  write_type (writer, "array", FALSE);
  outlay_json_writer_key (writer, "items");
  outlay_json_writer_begin_object (writer);
  write_type (writer, "number", FALSE);
  write_limits (writer, input);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_add_whole (writer, "minItems", n_min);
  outlay_json_writer_add_whole (writer, "maxItems", n_max);
}

static void
write_choices (OutlayJsonWriter  *writer,
               const OutlayInput *input,
               gboolean           nullable)
{
  outlay_json_writer_key (writer, "enum");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_line (writer);
  for (guint i = 0; input->choices[i] != NULL; i++)
    outlay_json_writer_text (writer, input->choices[i]);
  if (nullable)
    outlay_json_writer_null (writer);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_line (writer);
}

/* An object whose keys are the ids of tasks, all with the same kind of value. */
static void
write_task_map (OutlayJsonWriter  *writer,
                const OutlayInput *input,
                gboolean           nullable)
{
  static const char * const levels[] = { "novice", "intermediate", "expert" };

  write_type (writer, "object", nullable);
  outlay_json_writer_key (writer, "additionalProperties");
  outlay_json_writer_begin_object (writer);
  if (input->type == OUTLAY_INPUT_MIX)
    {
      write_run_of_numbers (writer, input, 2, 2);
      outlay_json_writer_end_object (writer);
      return;
    }

  outlay_json_writer_key (writer, "anyOf");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_object (writer);
  write_choices (writer, input, FALSE);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_begin_object (writer);
  write_type (writer, "object", FALSE);
  outlay_json_writer_key (writer, "properties");
  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      outlay_json_writer_key (writer, levels[i]);
      outlay_json_writer_begin_object (writer);
      write_choices (writer, input, FALSE);
      outlay_json_writer_end_object (writer);
    }
  outlay_json_writer_end_object (writer);
  outlay_json_writer_add_whole (writer, "minProperties", G_N_ELEMENTS (levels));
  outlay_json_writer_key (writer, "additionalProperties");
  outlay_json_writer_flag (writer, FALSE);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);
}

static void
write_list (OutlayJsonWriter  *writer,
            const OutlayInput *input)
{
  write_type (writer, "array", FALSE);
  outlay_json_writer_key (writer, "items");
  outlay_json_writer_begin_object (writer);
  write_object (writer, input->table, TRUE);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_add_whole (writer, "minItems", input->n_min);
  if (input->n_max < G_MAXUINT)
    outlay_json_writer_add_whole (writer, "maxItems", input->n_max);
}

static void
write_default (OutlayJsonWriter  *writer,
               const OutlayInput *input)
{
  outlay_json_writer_key (writer, "default");
  if (isnan (input->fallback) || input->type == OUTLAY_INPUT_OPTIONAL ||
      ((input->flags & OUTLAY_INPUT_NULLABLE) && input->type != OUTLAY_INPUT_NUMBER))
    outlay_json_writer_null (writer);
  else if (input->type == OUTLAY_INPUT_CHOICE)
    outlay_json_writer_text (writer, input->choices[(int) input->fallback]);
  else if (input->type == OUTLAY_INPUT_FLAG)
    outlay_json_writer_flag (writer, FALSE);
  else
    outlay_json_writer_number (writer, input->fallback);
}

static gboolean
has_default (const OutlayInput *input)
{
  return (input->flags & OUTLAY_INPUT_REQUIRED) == 0 &&
         input->type != OUTLAY_INPUT_LIST && input->type != OUTLAY_INPUT_OBJECT;
}

static void
write_value (OutlayJsonWriter  *writer,
             const OutlayInput *input)
{
  gboolean nullable = (input->flags & OUTLAY_INPUT_NULLABLE) != 0;

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      write_type (writer, "number", nullable);
      write_limits (writer, input);
      break;
    case OUTLAY_INPUT_WHOLE:
      write_type (writer, "integer", nullable);
      write_limits (writer, input);
      break;
    case OUTLAY_INPUT_TEXT:
      write_type (writer, "string", nullable);
      if (input->flags & OUTLAY_INPUT_NAME)
        outlay_json_writer_add_whole (writer, "minLength", 1);
      break;
    case OUTLAY_INPUT_FLAG:
      write_type (writer, "boolean", FALSE);
      break;
    case OUTLAY_INPUT_CHOICE:
      write_choices (writer, input, nullable);
      break;
    case OUTLAY_INPUT_MONTH:
      write_type (writer, "string", FALSE);
      outlay_json_writer_add_text (writer, "pattern", "^2[01][0-9]{2}-(0[1-9]|1[0-2])$");
      break;
    case OUTLAY_INPUT_DATE:
      write_type (writer, "string", nullable);
      outlay_json_writer_add_text (writer, "pattern",
                                   "^[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]$");
      break;
    case OUTLAY_INPUT_PAIR:
      write_run_of_numbers (writer, input, 2, 2);
      break;
    case OUTLAY_INPUT_RANGE:
      write_run_of_numbers (writer, input, 3, 3);
      break;
    case OUTLAY_INPUT_NUMBERS:
      write_run_of_numbers (writer, input, input->n_min, input->n_max);
      break;
    case OUTLAY_INPUT_OBJECT:
      write_object (writer, input->table, (input->flags & OUTLAY_INPUT_REQUIRED) != 0);
      break;
    case OUTLAY_INPUT_OPTIONAL:
      outlay_json_writer_key (writer, "anyOf");
      outlay_json_writer_begin_list (writer);
      outlay_json_writer_begin_object (writer);
      write_object (writer, input->table, TRUE);
      outlay_json_writer_end_object (writer);
      outlay_json_writer_begin_object (writer);
      write_type (writer, "null", FALSE);
      outlay_json_writer_end_object (writer);
      outlay_json_writer_end_list (writer);
      break;
    case OUTLAY_INPUT_LIST:
      write_list (writer, input);
      break;
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
      write_task_map (writer, input, nullable);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_input (OutlayJsonWriter  *writer,
             const OutlayInput *input,
             gboolean           is_entry)
{
  outlay_json_writer_key (writer, input->key);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "title", input->label);
  if (input->help != NULL || input->unit != NULL)
    {
      g_autofree char *description =
        g_strjoin (". ", input->unit != NULL ? input->unit : input->help,
                   input->unit != NULL ? input->help : NULL, NULL);

      outlay_json_writer_add_text (writer, "description", description);
    }
  write_value (writer, input);
  if (is_entry && has_default (input))
    write_default (writer, input);
  outlay_json_writer_end_object (writer);
}

static void
write_object (OutlayJsonWriter       *writer,
              const OutlayInputTable *table,
              gboolean                is_entry)
{
  write_type (writer, "object", FALSE);
  outlay_json_writer_key (writer, "properties");
  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < table->n_inputs; i++)
    write_input (writer, &table->inputs[i], is_entry);
  outlay_json_writer_end_object (writer);

  if (is_entry)
    {
      outlay_json_writer_key (writer, "required");
      outlay_json_writer_begin_list (writer);
      for (guint i = 0; i < table->n_inputs; i++)
        if ((table->inputs[i].flags & OUTLAY_INPUT_REQUIRED) && table->inputs[i].variants == 0)
          outlay_json_writer_text (writer, table->inputs[i].key);
      outlay_json_writer_end_list (writer);
    }

  outlay_json_writer_key (writer, "additionalProperties");
  outlay_json_writer_flag (writer, FALSE);
}

/**
 * outlay_schema_write:
 * @table: what a file holds
 * @title: what the file is
 *
 * Returns: (transfer full): its JSON schema (draft 2020-12). It accepts every
 *   file that the reader accepts, but not only those: sums, orders and
 *   references are the reader's to check.
 */
char *
outlay_schema_write (const OutlayInputTable *table,
                     const char             *title)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "$schema",
                               "https://json-schema.org/draft/2020-12/schema");
  outlay_json_writer_add_text (writer, "title", title);
  write_object (writer, table, FALSE);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}
