/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an input's default is, whether it is another, and how it comes back. */
#include "input-default.h"

#include "catalogue.h"
#include "checks.h"
#include "field-text.h"
#include "input-values.h"
#include "paths.h"
#include "scenario-file.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define OF_EVERY_TASK "tasks[]."

/* An input in a scenario, and the same in the defaults. */
typedef struct
{
  OutlayInputPlace here;
  OutlayInputPlace there;
  guint            n_tasks; /* in both, where that matters */
} Twin;

static OutlayScenario *
get_defaults (void)
{
  return (OutlayScenario *) outlay_scenario_get_defaults ();
}

/* `tasks[3].output` where the defaults have that kind of task: `tasks[fix].output`.
 * The entries of other lists have no default to go back to: those of a new
 * scenario are examples. */
static char *
find_default_path (const OutlayScenario *scenario,
                   const char           *path)
{
  const char *dot = strchr (path, '.');
  guint64 index;
  g_autofree char *number = NULL;

  if (!g_str_has_prefix (path, "tasks[") || dot == NULL)
    return g_str_has_prefix (path, "team[") || g_str_has_prefix (path, "options[")
             ? NULL : g_strdup (path);

  number = g_strndup (path + strlen ("tasks["), strcspn (path + strlen ("tasks["), "]"));
  if (!g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= scenario->n_tasks)
    return NULL;

  return g_strdup_printf ("tasks[%s]%s", scenario->tasks[index].id, dot);
}

static gboolean
find_twin (const OutlayScenario *scenario,
           const char           *path,
           Twin                 *twin)
{
  g_autofree char *there = find_default_path (scenario, path);

  twin->n_tasks = scenario->n_tasks;

  return there != NULL &&
         outlay_scenario_find_place ((OutlayScenario *) scenario, path, &twin->here) &&
         outlay_scenario_find_place (get_defaults (), there, &twin->there);
}

static gboolean
twins_differ (const Twin *twin)
{
  const double *here = outlay_input_const_member (twin->here.input, twin->here.object);
  const double *there = outlay_input_const_member (twin->here.input, twin->there.object);

  if (twin->here.element >= 0 && twin->here.input->type != OUTLAY_INPUT_NUMBERS)
    return here[twin->here.element] != there[twin->here.element];

  return !outlay_input_equal (twin->here.input, twin->here.object, twin->there.object,
                              twin->n_tasks);
}

/* Calls @function for each input that @path names: one, or that of every task.
 * Returns whether all of them have a default and some are another. */
typedef void (*TwinFunction) (const Twin     *twin,
                              OutlayScenario *draft);

static gboolean
for_each_twin (OutlayScenario *scenario,
               const char     *path,
               TwinFunction    function)
{
  gboolean every = g_str_has_prefix (path, OF_EVERY_TASK);
  gboolean differ = FALSE;

  for (guint i = 0; i < (every ? scenario->n_tasks : 1); i++)
    {
      g_autofree char *one = every ? g_strdup_printf ("tasks[%u].%s", i,
                                                      path + strlen (OF_EVERY_TASK))
                                   : g_strdup (path);
      Twin twin;

      if (!find_twin (scenario, one, &twin))
        return FALSE;
      differ = differ || twins_differ (&twin);
      if (function != NULL)
        function (&twin, scenario);
    }

  return differ;
}

/**
 * outlay_input_is_changed:
 * @scenario: a scenario
 * @path: the path of an input; `tasks[].share` is that of every task
 *
 * Returns: whether the input has a default and is another one
 */
gboolean
outlay_input_is_changed (const OutlayScenario *scenario,
                         const char           *path)
{
  return for_each_twin ((OutlayScenario *) scenario, path, NULL);
}

static void
reset (const Twin     *twin,
       OutlayScenario *draft)
{
  const OutlayInput *input = twin->here.input;
  gpointer here = outlay_input_member (input, twin->here.object);
  gconstpointer there = outlay_input_const_member (input, twin->there.object);

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
      *(double *) here = *(const double *) there;
      break;
    case OUTLAY_INPUT_WHOLE:
      *(gint64 *) here = *(const gint64 *) there;
      break;
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_CHOICE:
    case OUTLAY_INPUT_MONTH:
      *(int *) here = *(const int *) there;
      break;
    case OUTLAY_INPUT_PAIR:
      memcpy (here, there, sizeof (OutlayPair));
      break;
    case OUTLAY_INPUT_RANGE:
      memcpy (here, there, sizeof (OutlayRange));
      break;
    case OUTLAY_INPUT_TEXT:
      *(char **) here = outlay_pool_strdup (draft->pool, *(char * const *) there);
      break;
    case OUTLAY_INPUT_DATE:
    case OUTLAY_INPUT_NUMBERS:
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_LIST:
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
    default:
      g_return_if_reached ();
    }
}

/**
 * outlay_draft_reset_input:
 * @draft: a draft
 * @path: an input of which outlay_input_is_changed() is true
 *
 * Gives the input its default. Of a pair or a range all numbers go back: one of
 * them alone may not fit the others.
 *
 * Returns: whether the draft is a scenario then: the default may not fit what
 *   other inputs say now
 */
gboolean
outlay_draft_reset_input (OutlayScenario *draft,
                          const char     *path)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("scenario");

  g_return_val_if_fail (outlay_input_is_changed (draft, path), FALSE);

  for_each_twin (draft, path, reset);
  outlay_check_scenario (draft, outlay_catalogue_get_default (), problems);

  return outlay_problems_get_n_total (problems) == 0;
}

static char *
describe_numbers (const double *numbers,
                  guint         n_numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *number = outlay_field_format (numbers[i], OUTLAY_FIELD_DECIMALS);

      g_string_append_printf (text, "%s%s", i > 0 ? " – " : "", number);
    }

  return g_string_free (text, FALSE);
}

/**
 * outlay_input_describe_value:
 * @scenario: a scenario
 * @path: the path of an input of one value
 *
 * Returns: (transfer full) (nullable): its value, as a field shows it; %NULL
 *   where a number or two do not tell it
 */
char *
outlay_input_describe_value (const OutlayScenario *scenario,
                             const char           *path)
{
  OutlayInputPlace place;
  gconstpointer member;
  double value;

  if (strstr (path, "[]") != NULL ||
      !outlay_scenario_find_place ((OutlayScenario *) scenario, path, &place))
    return NULL;

  member = outlay_input_const_member (place.input, place.object);
  if (place.element < 0 && place.input->type == OUTLAY_INPUT_PAIR)
    return describe_numbers (member, 2);
  if (place.element < 0 && place.input->type == OUTLAY_INPUT_RANGE)
    return describe_numbers (member, 3);
  if (place.input->type == OUTLAY_INPUT_FLAG)
    return g_strdup (*(const gboolean *) member ? C_("switch", "on") : C_("switch", "off"));
  if (!outlay_scenario_get_number (scenario, path, &value, NULL))
    return NULL;

  return isnan (value) ? g_strdup (_("none")) : describe_numbers (&value, 1);
}
