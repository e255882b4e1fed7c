/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs by path: `turns`, `team[1].people`, `tasks[0].share[1]`. A list's entry
 * may also be named by its id: `tasks[fix].output`. */
#include "paths.h"

#include "checks.h"
#include "near.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

/* Without an object only the table is walked. */
typedef OutlayInputPlace Place;

static gboolean
no_such_input (const char  *path,
               const char  *part,
               const OutlayInputTable *table,
               GError     **error)
{
  OutlayNear near;

  outlay_near_init (&near, part);
  for (guint i = 0; table != NULL && i < table->n_inputs; i++)
    outlay_near_consider (&near, table->inputs[i].key);

  if (near.n_names > 0)
    g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH,
                 "%s: no such input; did you mean \"%s\"?", path, near.names[0]);
  else
    g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH,
                 "%s: no such input", path);

  return FALSE;
}

/* Which entry of a list the text between brackets names: a number, or an id. */
static gboolean
find_entry (const OutlayInput *list,
            gpointer           object,
            const char        *name,
            guint             *index)
{
  guint count = outlay_input_get_count (list, object);
  const OutlayInput *id = outlay_input_table_find (list->table, "id");
  const char *entries = *(const char * const *) outlay_input_const_member (list, object);
  guint64 number;

  if (g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT - 1, &number, NULL))
    {
      *index = (guint) number;
      return number < count;
    }

  for (guint i = 0; id != NULL && i < count; i++)
    {
      gconstpointer entry = entries + i * list->table->size;

      if (strcmp (*(const char * const *) outlay_input_const_member (id, entry), name) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static guint
count_elements (const Place *place)
{
  switch (place->input->type)
    {
    case OUTLAY_INPUT_PAIR:
      return 2;
    case OUTLAY_INPUT_RANGE:
      return 3;
    case OUTLAY_INPUT_NUMBERS:
      return place->object != NULL ? outlay_input_get_count (place->input, place->object)
                                   : place->input->n_max;
    case OUTLAY_INPUT_NUMBER:
    case OUTLAY_INPUT_WHOLE:
    case OUTLAY_INPUT_TEXT:
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_CHOICE:
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_LIST:
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
    default:
      return 0;
    }
}

/* Steps into what the brackets behind a key name. */
static gboolean
enter_brackets (Place      *place,
                const char *name)
{
  guint64 element;

  if (place->input->type == OUTLAY_INPUT_LIST)
    {
      const OutlayInput *list = place->input;
      guint index = 0;

      if (place->object != NULL)
        {
          if (!find_entry (list, place->object, name, &index))
            return FALSE;
          place->object = *(char **) outlay_input_member (list, place->object) +
                          index * list->table->size;
        }
      place->table = list->table;
      place->input = NULL;
      return TRUE;
    }

  if (place->object == NULL && *name == '\0')
    return count_elements (place) > 0;

  if (!g_ascii_string_to_unsigned (name, 10, 0, G_MAXINT, &element, NULL) ||
      element >= count_elements (place))
    return FALSE;

  place->element = (int) element;

  return TRUE;
}

/* Steps from an object that a key named into what it holds. */
static gboolean
enter_object (Place *place)
{
  if (place->input->type != OUTLAY_INPUT_OBJECT && place->input->type != OUTLAY_INPUT_OPTIONAL)
    return FALSE;

  if (place->object != NULL)
    {
      place->object = outlay_input_member (place->input, place->object);
      if (place->input->type == OUTLAY_INPUT_OPTIONAL)
        place->object = *(gpointer *) place->object;
      if (place->object == NULL)
        return FALSE;
    }
  place->table = place->input->table;
  place->input = NULL;

  return TRUE;
}

/* Reads one part of a path: a key, and what stands in brackets behind it. */
static gboolean
enter_part (Place      *place,
            const char *part)
{
  const char *open = strchr (part, '[');
  g_autofree char *key = open != NULL ? g_strndup (part, (gsize) (open - part))
                                      : g_strdup (part);

  if (place->input != NULL && !enter_object (place))
    return FALSE;

  place->input = outlay_input_table_find (place->table, key);
  if (place->input == NULL ||
      (place->object != NULL &&
       !outlay_input_applies (place->input, place->table, place->object)))
    {
      place->input = NULL;
      return FALSE;
    }

  while (open != NULL && *open == '[')
    {
      const char *close = strchr (open, ']');
      g_autofree char *name = NULL;

      if (close == NULL || place->input == NULL)
        return FALSE;
      name = g_strndup (open + 1, (gsize) (close - open - 1));
      if (!enter_brackets (place, name))
        return FALSE;
      open = close + 1;
    }

  return open == NULL || *open == '\0';
}

/* The keys of a path, each with its brackets. An id in brackets may hold points:
 * `options[gpt-5.5].effort`. */
static GStrv
split_path (const char *path)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = path;
  gboolean inside = FALSE;

  for (const char *c = path; *c != '\0'; c++)
    {
      inside = inside ? *c != ']' : *c == '[';
      if (*c == '.' && !inside)
        {
          g_autofree char *part = g_strndup (start, (gsize) (c - start));

          g_strv_builder_add (parts, part);
          start = c + 1;
        }
    }
  g_strv_builder_add (parts, start);

  return g_strv_builder_end (parts);
}

static gboolean
find_place (const char      *path,
            OutlayScenario  *scenario,
            Place           *place,
            GError         **error)
{
  g_auto (GStrv) parts = split_path (path);

  *place = (Place) { NULL, &outlay_scenario_inputs, scenario, -1 };
  for (guint i = 0; parts[i] != NULL; i++)
    if (!enter_part (place, parts[i]))
      return no_such_input (path, parts[i], place->table, error);

  if (place->input == NULL)
    return no_such_input (path, path, NULL, error);

  return TRUE;
}

/**
 * outlay_paths_lead_to:
 * @tops: (nullable) (array zero-terminated=1): paths of inputs
 * @path: the path of an input
 *
 * Returns: whether @path is one of @tops or within one
 */
gboolean
outlay_paths_lead_to (const char * const *tops,
                      const char         *path)
{
  for (guint i = 0; tops != NULL && tops[i] != NULL; i++)
    if (g_str_has_prefix (path, tops[i]) && strchr (".[", path[strlen (tops[i])]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * outlay_input_find:
 * @path: a path; a list's entries may be named by empty brackets
 *
 * Returns: (transfer none) (nullable): the row of the table of inputs: limits,
 *   unit, label and help
 */
const OutlayInput *
outlay_input_find (const char *path)
{
  Place place;

  return find_place (path, NULL, &place, NULL) ? place.input : NULL;
}

/**
 * outlay_scenario_find_place:
 * @scenario: a scenario; what @place points to may be changed only where it is a
 *   draft, which nobody else holds
 * @path: a path
 * @place: (out caller-allocates): where it leads
 *
 * Returns: whether it leads anywhere
 */
gboolean
outlay_scenario_find_place (OutlayScenario   *scenario,
                            const char       *path,
                            OutlayInputPlace *place)
{
  return find_place (path, scenario, place, NULL);
}

/* The double that a place holds, or NULL where it holds none. */
static double *
get_double (const Place *place)
{
  gpointer member = outlay_input_member (place->input, place->object);

  if (place->input->type == OUTLAY_INPUT_NUMBER)
    return member;
  if (place->element < 0)
    return NULL;
  if (place->input->type == OUTLAY_INPUT_NUMBERS)
    return *(double **) member + place->element;

  return (double *) member + place->element;
}

static gboolean
is_number (const Place  *place,
           const char   *path,
           GError      **error)
{
  if (place->input->type == OUTLAY_INPUT_WHOLE || get_double (place) != NULL)
    return TRUE;

  g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH,
               "%s: not a number", path);

  return FALSE;
}

/**
 * outlay_scenario_get_number:
 * @scenario: a scenario
 * @path: the path of a number in it
 * @value: (out): the number; NaN for null
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_PATH
 *
 * Returns: whether there is such a number
 */
gboolean
outlay_scenario_get_number (const OutlayScenario  *scenario,
                            const char            *path,
                            double                *value,
                            GError               **error)
{
  Place place;
  gint64 whole;

  if (!find_place (path, (OutlayScenario *) scenario, &place, error) ||
      !is_number (&place, path, error))
    return FALSE;

  if (place.input->type != OUTLAY_INPUT_WHOLE)
    {
      *value = *get_double (&place);
      return TRUE;
    }

  whole = *(const gint64 *) outlay_input_const_member (place.input, place.object);
  *value = whole == OUTLAY_NONE && (place.input->flags & OUTLAY_INPUT_NULLABLE)
             ? NAN : (double) whole;

  return TRUE;
}

/* Whether a range still rises with @value in its place. */
static gboolean
rises (const Place *place,
       double       value)
{
  const double *range = outlay_input_const_member (place->input, place->object);

  return (place->element == 0 || range[place->element - 1] <= value) &&
         (place->element == 2 || range[place->element + 1] >= value);
}

static gboolean
is_allowed (const Place *place,
            double       value)
{
  const OutlayInput *input = place->input;

  if (isnan (value))
    return (input->flags & OUTLAY_INPUT_NULLABLE) != 0;

  return value >= input->min && value <= input->max &&
         (input->type != OUTLAY_INPUT_WHOLE || value == floor (value)) &&
         (input->type != OUTLAY_INPUT_RANGE || rises (place, value));
}

/* A value that is in range by itself may still break what several inputs say
 * together, such as a sum. */
static gboolean
check_whole_scenario (const OutlayScenario  *scenario,
                      GError               **error)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("scenario");

  outlay_check_scenario (scenario, outlay_catalogue_get_default (), problems);
  if (outlay_problems_get_n_total (problems) == 0)
    return TRUE;

  g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_RANGE, "%s: %s",
               outlay_problems_get (problems, 0)->path,
               outlay_problems_get (problems, 0)->message);

  return FALSE;
}

/**
 * outlay_scenario_set_number:
 * @scenario: a scenario
 * @path: the path of a number in it
 * @value: the number; NaN for null
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_PATH or
 *   %OUTLAY_DOCUMENT_ERROR_RANGE
 *
 * Returns: (transfer full) (nullable): a scenario like @scenario but for this
 *   number, or %NULL where the number is not allowed
 */
OutlayScenario *
outlay_scenario_set_number (const OutlayScenario  *scenario,
                            const char            *path,
                            double                 value,
                            GError               **error)
{
  g_autoptr (OutlayScenario) copy = outlay_scenario_copy (scenario);
  Place place;

  if (!find_place (path, copy, &place, error) || !is_number (&place, path, error))
    return NULL;

  if (!is_allowed (&place, value))
    {
      g_autofree char *allowed = outlay_input_describe_allowed (place.input);

      g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_RANGE,
                   "%s: found %g; allowed is %s", path, value, allowed);
      return NULL;
    }

  if (place.input->type == OUTLAY_INPUT_WHOLE)
    *(gint64 *) outlay_input_member (place.input, place.object) =
      isnan (value) ? OUTLAY_NONE : (gint64) value;
  else
    *get_double (&place) = value;

  return check_whole_scenario (copy, error) ? g_steal_pointer (&copy) : NULL;
}
