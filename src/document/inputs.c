/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

#include "json-writer.h"

#include <string.h>

/**
 * outlay_input_table_find:
 * @table: a table
 * @key: a key
 *
 * Returns: (transfer none) (nullable): its row
 */
const OutlayInput *
outlay_input_table_find (const OutlayInputTable *table,
                         const char             *key)
{
  for (guint i = 0; i < table->n_inputs; i++)
    if (strcmp (table->inputs[i].key, key) == 0)
      return &table->inputs[i];

  return NULL;
}

gpointer
outlay_input_member (const OutlayInput *input,
                     gpointer           object)
{
  return (char *) object + input->offset;
}

gconstpointer
outlay_input_const_member (const OutlayInput *input,
                           gconstpointer      object)
{
  return (const char *) object + input->offset;
}

/**
 * outlay_input_applies:
 * @input: a row of @table
 * @table: a table
 * @object: the struct that @table describes
 *
 * Returns: whether the row's key may stand in @object, as its discriminator is
 */
gboolean
outlay_input_applies (const OutlayInput      *input,
                      const OutlayInputTable *table,
                      gconstpointer           object)
{
  const OutlayInput *discriminator;
  int value;

  if (input->variants == 0 || table->discriminator == NULL)
    return TRUE;

  discriminator = outlay_input_table_find (table, table->discriminator);
  value = *(const int *) outlay_input_const_member (discriminator, object);

  return (input->variants & (1u << value)) != 0;
}

guint
outlay_input_get_count (const OutlayInput *input,
                        gconstpointer      object)
{
  return *(const guint *) (gconstpointer) ((const char *) object + input->count_offset);
}

void
outlay_input_set_count (const OutlayInput *input,
                        gpointer           object,
                        guint              count)
{
  *(guint *) (gpointer) ((char *) object + input->count_offset) = count;
}

static char *
describe_limits (const OutlayInput *input)
{
  g_autofree char *low = outlay_number_to_string (input->min);
  g_autofree char *high = outlay_number_to_string (input->max);

  if (input->max >= G_MAXDOUBLE)
    return g_strdup_printf ("%s or more", low);
  if (input->min == input->max)
    return g_steal_pointer (&low);

  return g_strdup_printf ("%s to %s", low, high);
}

static char *
describe_value (const OutlayInput *input)
{
  g_autofree char *limits = describe_limits (input);
  g_autofree char *names = NULL;

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      return g_strdup_printf ("a number, %s", limits);
    case OUTLAY_INPUT_WHOLE:
      return g_strdup_printf ("a whole number, %s", limits);
    case OUTLAY_INPUT_TEXT:
      return g_strdup (input->flags & OUTLAY_INPUT_NAME ? "text that is not empty" : "text");
    case OUTLAY_INPUT_FLAG:
      return g_strdup ("true or false");
    case OUTLAY_INPUT_CHOICE:
      names = g_strjoinv ("\", \"", (char **) input->choices);
      return g_strdup_printf ("one of \"%s\"", names);
    case OUTLAY_INPUT_MONTH:
      return g_strdup ("a month, \"2000-01\" to \"2199-12\"");
    case OUTLAY_INPUT_DATE:
      return g_strdup ("a day, as \"2026-08-17\"");
    case OUTLAY_INPUT_PAIR:
      return g_strdup_printf ("[start, end], each %s", limits);
    case OUTLAY_INPUT_RANGE:
      return g_strdup_printf ("[low, likely, high], rising, each %s", limits);
    case OUTLAY_INPUT_NUMBERS:
      return g_strdup_printf ("a list of %u to %u numbers, each %s",
                              input->n_min, input->n_max, limits);
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_OPTIONAL:
      return g_strdup ("an object");
    case OUTLAY_INPUT_LIST:
      if (input->n_max == G_MAXUINT)
        return g_strdup ("a list");
      return g_strdup_printf ("a list of %u to %u entries", input->n_min, input->n_max);
    case OUTLAY_INPUT_MIX:
      return g_strdup ("an object with [start, end] for every task");
    case OUTLAY_INPUT_RULES:
      return g_strdup ("an object with a tier for every task");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * outlay_input_describe_allowed:
 * @input: an input
 *
 * Returns: (transfer full): in words, what it may be: "a number, 0 to 31"
 */
char *
outlay_input_describe_allowed (const OutlayInput *input)
{
  g_autofree char *value = describe_value (input);

  if (input->flags & OUTLAY_INPUT_NULLABLE)
    return g_strdup_printf ("%s, or null", value);

  return g_steal_pointer (&value);
}
