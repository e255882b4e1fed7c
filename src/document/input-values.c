/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and compares the structs that a table of inputs describes. */
#include "input-values.h"

#include <math.h>
#include <string.h>

static gpointer
copy_run (OutlayPool    *pool,
          gconstpointer  run,
          gsize          n_items,
          gsize          item_size)
{
  if (run == NULL || n_items == 0)
    return NULL;

  return memcpy (outlay_pool_alloc0 (pool, n_items, item_size), run, n_items * item_size);
}

static void
own_list (const OutlayInput *input,
          gpointer           object,
          OutlayPool        *pool,
          guint              n_tasks)
{
  gpointer *member = outlay_input_member (input, object);
  guint count = outlay_input_get_count (input, object);

  *member = copy_run (pool, *member, count, input->table->size);
  for (guint i = 0; i < count; i++)
    outlay_inputs_own (input->table, (char *) *member + i * input->table->size, pool,
                       n_tasks);
}

/**
 * outlay_inputs_own:
 * @table: what @object holds
 * @object: a struct that was copied member by member
 * @pool: where strings and lists are to lie
 * @n_tasks: tasks of the scenario
 *
 * Makes everything that @object points to its own: the second half of a copy.
 */
void
outlay_inputs_own (const OutlayInputTable *table,
                   gpointer                object,
                   OutlayPool             *pool,
                   guint                   n_tasks)
{
  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];
      gpointer member = outlay_input_member (input, object);
      gpointer *pointer = member;

      if (input->type == OUTLAY_INPUT_TEXT)
        *pointer = outlay_pool_strdup (pool, *pointer);
      else if (input->type == OUTLAY_INPUT_NUMBERS)
        *pointer = copy_run (pool, *pointer, outlay_input_get_count (input, object),
                             sizeof (double));
      else if (input->type == OUTLAY_INPUT_OBJECT)
        outlay_inputs_own (input->table, member, pool, n_tasks);
      else if (input->type == OUTLAY_INPUT_MIX)
        *pointer = copy_run (pool, *pointer, n_tasks, sizeof (OutlayPair));
      else if (input->type == OUTLAY_INPUT_RULES)
        *pointer = copy_run (pool, *pointer, n_tasks, sizeof (OutlayTier[OUTLAY_N_LEVELS]));
      else if (input->type == OUTLAY_INPUT_LIST)
        own_list (input, object, pool, n_tasks);
      else if (input->type == OUTLAY_INPUT_OPTIONAL && *pointer != NULL)
        {
          *pointer = copy_run (pool, *pointer, 1, input->table->size);
          outlay_inputs_own (input->table, *pointer, pool, n_tasks);
        }
    }
}

static gboolean
equal_doubles (const double *a,
               const double *b,
               gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (a[i] != b[i] && !(isnan (a[i]) && isnan (b[i])))
      return FALSE;

  return TRUE;
}

static gboolean
equal_runs (gconstpointer a,
            gconstpointer b,
            gsize         size)
{
  if (a == NULL || b == NULL)
    return a == b;

  return memcmp (a, b, size) == 0;
}

static gboolean
equal_lists (const OutlayInput *input,
             gconstpointer      a,
             gconstpointer      b,
             guint              n_tasks)
{
  const char *x = *(const char * const *) outlay_input_const_member (input, a);
  const char *y = *(const char * const *) outlay_input_const_member (input, b);

  if (outlay_input_get_count (input, a) != outlay_input_get_count (input, b))
    return FALSE;

  for (guint i = 0; i < outlay_input_get_count (input, a); i++)
    if (!outlay_inputs_equal (input->table, x + i * input->table->size,
                              y + i * input->table->size, n_tasks))
      return FALSE;

  return TRUE;
}

/**
 * outlay_input_equal:
 * @input: a row of a table
 * @a: a struct that the table describes
 * @b: another
 * @n_tasks: tasks of the scenario, the same in both
 *
 * Returns: whether the input is the same in both
 */
gboolean
outlay_input_equal (const OutlayInput *input,
                    gconstpointer      a,
                    gconstpointer      b,
                    guint              n_tasks)
{
  gconstpointer x = outlay_input_const_member (input, a);
  gconstpointer y = outlay_input_const_member (input, b);
  gconstpointer at_x, at_y;

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      return equal_doubles (x, y, 1);
    case OUTLAY_INPUT_PAIR:
      return equal_doubles (x, y, 2);
    case OUTLAY_INPUT_RANGE:
      return equal_doubles (x, y, 3);
    case OUTLAY_INPUT_WHOLE:
      return *(const gint64 *) x == *(const gint64 *) y;
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_CHOICE:
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
      return *(const int *) x == *(const int *) y;
    case OUTLAY_INPUT_OBJECT:
      return outlay_inputs_equal (input->table, x, y, n_tasks);
    case OUTLAY_INPUT_LIST:
      return equal_lists (input, a, b, n_tasks);
    case OUTLAY_INPUT_TEXT:
    case OUTLAY_INPUT_NUMBERS:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
    default:
      break;
    }

  at_x = *(const gconstpointer *) x;
  at_y = *(const gconstpointer *) y;
  if (input->type == OUTLAY_INPUT_TEXT)
    return g_strcmp0 (at_x, at_y) == 0;
  if (input->type == OUTLAY_INPUT_NUMBERS)
    return outlay_input_get_count (input, a) == outlay_input_get_count (input, b) &&
           equal_runs (at_x, at_y, outlay_input_get_count (input, a) * sizeof (double));
  if (input->type == OUTLAY_INPUT_MIX)
    return equal_runs (at_x, at_y, n_tasks * sizeof (OutlayPair));
  if (input->type == OUTLAY_INPUT_RULES)
    return equal_runs (at_x, at_y, n_tasks * sizeof (OutlayTier[OUTLAY_N_LEVELS]));

  g_assert (input->type == OUTLAY_INPUT_OPTIONAL);
  if (at_x == NULL || at_y == NULL)
    return at_x == at_y;

  return outlay_inputs_equal (input->table, at_x, at_y, n_tasks);
}

/**
 * outlay_inputs_equal:
 * @table: what both hold
 * @a: a struct
 * @b: another
 * @n_tasks: tasks of the scenario, the same in both
 *
 * Returns: whether both would be written the same, but for keys that do not
 *   apply
 */
gboolean
outlay_inputs_equal (const OutlayInputTable *table,
                     gconstpointer           a,
                     gconstpointer           b,
                     guint                   n_tasks)
{
  for (guint i = 0; i < table->n_inputs; i++)
    if (outlay_input_applies (&table->inputs[i], table, a) &&
        !outlay_input_equal (&table->inputs[i], a, b, n_tasks))
      return FALSE;

  return TRUE;
}
