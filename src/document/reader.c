/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads JSON into the structs that a table of inputs describes, and names every
 * problem on the way: types, ranges, keys that are unknown, missing or out of
 * place. What several inputs say together is checks.c's matter. */
#include "reader.h"

#include "json-text.h"
#include "near.h"
#include "read-values.h"

#include <math.h>
#include <string.h>

typedef struct
{
  OutlayPool     *pool;
  OutlayProblems *problems;
  GString        *path;
} Reader;

static void read_table (Reader                 *reader,
                        const json_t           *json,
                        const OutlayInputTable *table,
                        gpointer                object,
                        gboolean                is_entry);

static gsize
enter_key (Reader     *reader,
           const char *key)
{
  gsize length = reader->path->len;

  g_string_append_printf (reader->path, "%s%s", length > 0 ? "." : "", key);

  return length;
}

static gsize
enter_index (Reader *reader,
             gsize   index)
{
  gsize length = reader->path->len;

  g_string_append_printf (reader->path, "[%" G_GSIZE_FORMAT "]", index);

  return length;
}

static void
leave (Reader *reader,
       gsize   length)
{
  g_string_truncate (reader->path, length);
}

static const char *
path_here (Reader *reader)
{
  return reader->path->len > 0 ? reader->path->str : "(top)";
}

static void
refuse (Reader            *reader,
        const json_t      *json,
        const OutlayInput *input)
{
  g_autofree char *found = outlay_json_excerpt (json);
  g_autofree char *allowed = outlay_input_describe_allowed (input);

  outlay_problems_add (reader->problems, path_here (reader), found, allowed,
                       "found %s; allowed is %s", found, allowed);
}

static gboolean
read_numbers (Reader            *reader,
              const json_t      *json,
              const OutlayInput *input,
              gpointer           object)
{
  gsize n = json_array_size (json);
  double *values;

  if (!json_is_array (json) || n < input->n_min || n > input->n_max)
    return FALSE;

  values = outlay_pool_alloc0 (reader->pool, n, sizeof *values);
  if (!outlay_read_doubles (json, input, values, n))
    return FALSE;

  *(double **) outlay_input_member (input, object) = values;
  outlay_input_set_count (input, object, (guint) n);

  return TRUE;
}

static gboolean
read_list (Reader            *reader,
           const json_t      *json,
           const OutlayInput *input,
           gpointer           object)
{
  gsize n = json_array_size (json);
  char *entries;

  if (!json_is_array (json) || n < input->n_min || n > input->n_max)
    return FALSE;

  entries = outlay_pool_alloc0 (reader->pool, n, input->table->size);
  for (gsize i = 0; i < n; i++)
    {
      gsize length = enter_index (reader, i);

      read_table (reader, json_array_get (json, i), input->table,
                  entries + i * input->table->size, TRUE);
      leave (reader, length);
    }

  *(gpointer *) outlay_input_member (input, object) = entries;
  outlay_input_set_count (input, object, (guint) n);

  return TRUE;
}

static gboolean
read_optional (Reader            *reader,
               const json_t      *json,
               const OutlayInput *input,
               gpointer           member)
{
  gpointer value;

  if (!json_is_object (json))
    return FALSE;

  value = outlay_pool_alloc0 (reader->pool, 1, input->table->size);
  read_table (reader, json, input->table, value, TRUE);
  *(gpointer *) member = value;

  return TRUE;
}

/* Null, where it is allowed, is NaN, OUTLAY_NONE, NULL or no date. */
static void
set_null (const OutlayInput *input,
          gpointer           member)
{
  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      *(double *) member = NAN;
      break;
    case OUTLAY_INPUT_WHOLE:
      *(gint64 *) member = OUTLAY_NONE;
      break;
    case OUTLAY_INPUT_CHOICE:
      *(int *) member = OUTLAY_NONE;
      break;
    case OUTLAY_INPUT_DATE:
      *(int *) member = 0;
      break;
    case OUTLAY_INPUT_TEXT:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_MIX:
      *(gpointer *) member = NULL;
      break;
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_PAIR:
    case OUTLAY_INPUT_RANGE:
    case OUTLAY_INPUT_NUMBERS:
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_LIST:
    case OUTLAY_INPUT_RULES:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_value (Reader            *reader,
            const json_t      *json,
            const OutlayInput *input,
            gpointer           object)
{
  gpointer member = outlay_input_member (input, object);

  if (json_is_null (json) && (input->flags & OUTLAY_INPUT_NULLABLE))
    {
      set_null (input, member);
      return TRUE;
    }

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      return outlay_read_number (json, input, member);
    case OUTLAY_INPUT_WHOLE:
      return outlay_read_whole (json, input, member);
    case OUTLAY_INPUT_TEXT:
      return outlay_read_text (reader->pool, json, input, member);
    case OUTLAY_INPUT_FLAG:
      *(gboolean *) member = json_is_true (json);
      return json_is_boolean (json);
    case OUTLAY_INPUT_CHOICE:
      return outlay_read_choice (json, input, member);
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
      return outlay_read_when (json, input, member);
    case OUTLAY_INPUT_PAIR:
      return outlay_read_doubles (json, input, member, 2);
    case OUTLAY_INPUT_RANGE:
      return outlay_read_range (json, input, member);
    case OUTLAY_INPUT_NUMBERS:
      return read_numbers (reader, json, input, object);
    case OUTLAY_INPUT_OBJECT:
      if (json_is_object (json))
        read_table (reader, json, input->table, member,
                    (input->flags & OUTLAY_INPUT_REQUIRED) != 0);
      return json_is_object (json);
    case OUTLAY_INPUT_OPTIONAL:
      return read_optional (reader, json, input, member);
    case OUTLAY_INPUT_LIST:
      return read_list (reader, json, input, object);
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
      /* Their keys are the tasks: task-maps.c reads them once those are known. */
      return json_is_object (json);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
set_fallback (const OutlayInput *input,
              gpointer           object)
{
  gpointer member = outlay_input_member (input, object);

  if ((input->flags & OUTLAY_INPUT_NULLABLE) &&
      (isnan (input->fallback) || input->type != OUTLAY_INPUT_NUMBER))
    set_null (input, member);
  else if (input->type == OUTLAY_INPUT_NUMBER)
    *(double *) member = input->fallback;
  else if (input->type == OUTLAY_INPUT_WHOLE)
    *(gint64 *) member = (gint64) input->fallback;
  else if (input->type == OUTLAY_INPUT_CHOICE)
    *(int *) member = (int) input->fallback;
}

static gboolean
is_discriminator (const OutlayInput      *input,
                  const OutlayInputTable *table)
{
  return table->discriminator != NULL && strcmp (input->key, table->discriminator) == 0;
}

static void
read_input (Reader                 *reader,
            const json_t           *json,
            const OutlayInput      *input,
            const OutlayInputTable *table,
            gpointer                object)
{
  const json_t *value = json_object_get (json, input->key);
  gsize length = enter_key (reader, input->key);

  if (value == NULL)
    {
      g_autofree char *allowed = outlay_input_describe_allowed (input);

      outlay_problems_add (reader->problems, path_here (reader), NULL, allowed,
                           "missing; it must be given: %s", allowed);
    }
  else if (!outlay_input_applies (input, table, object))
    {
      const OutlayInput *by = outlay_input_table_find (table, table->discriminator);
      int variant = *(const int *) outlay_input_const_member (by, object);

      outlay_problems_add (reader->problems, path_here (reader), NULL, NULL,
                           "not allowed where \"%s\" is \"%s\"", by->key,
                           by->choices[variant]);
    }
  else if (!read_value (reader, value, input, object))
    {
      refuse (reader, value, input);
    }

  leave (reader, length);
}

static void
report_unknown_key (Reader                 *reader,
                    const char             *key,
                    const OutlayInputTable *table)
{
  gsize length = enter_key (reader, key);
  OutlayNear near;

  outlay_near_init (&near, key);
  for (guint i = 0; i < table->n_inputs; i++)
    outlay_near_consider (&near, table->inputs[i].key);

  if (near.n_names > 0)
    outlay_problems_add (reader->problems, path_here (reader), key, near.names[0],
                         "unknown key; did you mean \"%s\"?", near.names[0]);
  else
    outlay_problems_add (reader->problems, path_here (reader), key, NULL, "unknown key");

  leave (reader, length);
}

static void
read_table (Reader                 *reader,
            const json_t           *json,
            const OutlayInputTable *table,
            gpointer                object,
            gboolean                is_entry)
{
  const char *key;
  json_t *value;

  if (!json_is_object (json))
    {
      g_autofree char *found = outlay_json_excerpt (json);

      outlay_problems_add (reader->problems, path_here (reader), found, "an object",
                           "found %s; allowed is an object", found);
      return;
    }

  for (guint i = 0; is_entry && i < table->n_inputs; i++)
    set_fallback (&table->inputs[i], object);

  /* Which keys may stand depends on the discriminator, so it is read first. */
  for (guint i = 0; i < table->n_inputs; i++)
    if (is_discriminator (&table->inputs[i], table) &&
        (json_object_get (json, table->discriminator) != NULL || is_entry))
      read_input (reader, json, &table->inputs[i], table, object);

  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];
      gboolean required = (input->flags & OUTLAY_INPUT_REQUIRED) != 0 &&
                          outlay_input_applies (input, table, object) &&
                          (is_entry || input->type == OUTLAY_INPUT_NUMBERS);

      if (!is_discriminator (input, table) &&
          (required || json_object_get (json, input->key) != NULL))
        read_input (reader, json, input, table, object);
    }

  json_object_foreach ((json_t *) json, key, value)
    if (outlay_input_table_find (table, key) == NULL)
      report_unknown_key (reader, key, table);
}

/**
 * outlay_read_inputs:
 * @json: a value
 * @table: what it should hold
 * @object: the struct that @table describes, holding the defaults
 * @pool: where strings and lists go
 * @problems: takes what is wrong
 *
 * Reads all that is right and reports all that is wrong.
 *
 * Returns: whether no new problem was found
 */
gboolean
outlay_read_inputs (const json_t           *json,
                    const OutlayInputTable *table,
                    gpointer                object,
                    OutlayPool             *pool,
                    OutlayProblems         *problems)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Reader reader = { pool, problems, path };
  guint before = outlay_problems_get_n_total (problems);

  read_table (&reader, json, table, object, FALSE);

  return outlay_problems_get_n_total (problems) == before;
}
