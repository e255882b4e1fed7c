/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which inputs differ between two scenarios, each with the part of the difference
 * that it makes. A budget makes none, but is what the costs are held against. */
#include "bridge-differences.h"

#include "bridge-words.h"
#include "figure-format.h"
#include "input-text.h"
#include "input-values.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* More are counted, not listed. */
#define MOST_ROWS 60

enum
{
  PART_SEVERAL = OUTLAY_N_BRIDGE_PARTS,
  PART_NONE
};

typedef struct
{
  int   part; /* or of several, or of none */
  char *name;
  char *from;
  char *to;
} Difference;

typedef struct
{
  const OutlayScenario *scenario[2];
  const char           *option_id;
  GArray               *found; /* of Difference */
} Search;

/* What says nothing about the cost. */
static const char * const silent_paths[] = {
  "outlay", "name", "notes", "seed", "value_growth", "tasks[*].minutes_saved",
  "tasks[*].minutes_review", "tasks[*].risk", "prices.models[*].source",
  "prices.models[*].confidence", "prices.models[*].status", "prices.models[*].vendor",
  "prices.plans[*].source", "options[*].name", "prices.models[*].name",
};

static gboolean
is_silent (const char *path)
{
  if (g_str_has_prefix (path, "uncertainty"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (silent_paths); i++)
    if (g_pattern_match_simple (silent_paths[i], path))
      return TRUE;

  return FALSE;
}

static void
clear_difference (gpointer data)
{
  Difference *difference = data;

  g_free (difference->name);
  g_free (difference->from);
  g_free (difference->to);
}

static void
add_difference (Search     *search,
                const char *path,
                const char *name,
                char       *from,
                char       *to)
{
  OutlayBridgePart part;
  Difference difference = { PART_SEVERAL, g_strdup (name), from, to };

  if (strcmp (path, "budget") == 0)
    difference.part = PART_NONE;
  else if (outlay_bridge_find_part (path, &part))
    difference.part = (int) part;
  g_array_append_val (search->found, difference);
}

/* Translators of the table of inputs have named them all. */
static char *
join_names (const char *group,
            const char *name)
{
  if (*group == '\0' || strcmp (group, name) == 0)
    return g_strdup (name);

  return g_strdup_printf (C_("input", "%s: %s"), group, name);
}

/* Each in the currency of its own scenario. */
static char *
format_budget (const OutlayScenario *scenario)
{
  return isnan (scenario->budget)
         ? g_strdup (C_("no value", "none"))
         : outlay_figure_format_money_exact (scenario->budget, scenario->currency.code);
}

static char *
format_value (const OutlayInput *input,
              gconstpointer      object,
              const char        *path)
{
  char *text = strcmp (path, "budget") == 0 ? format_budget (object)
                                            : outlay_input_format (input, object);

  /* A list or a map of several values. */
  return text != NULL ? text : g_strdup (C_("input", "other values"));
}

static void search_table (Search                 *search,
                          const OutlayInputTable *table,
                          gconstpointer           a,
                          gconstpointer           b,
                          const char             *group,
                          const char             *parent);

static const char *
get_text (const OutlayInputTable *table,
          const char             *key,
          gconstpointer           entry)
{
  const OutlayInput *input = outlay_input_table_find (table, key);

  return input != NULL ? *(const char * const *) outlay_input_const_member (input, entry) : NULL;
}

/* What tells an entry from the others: its id, or the name where it has none. */
static const char *
get_identity (const OutlayInputTable *table,
              gconstpointer           entry)
{
  const char *id = get_text (table, "id", entry);

  return id != NULL ? id : get_text (table, "name", entry);
}

static const char *
get_title (const OutlayInputTable *table,
           gconstpointer           entry)
{
  const char *name = get_text (table, "name", entry);

  return name != NULL ? name : get_identity (table, entry);
}

static gconstpointer
get_entry (const OutlayInput *list,
           gconstpointer      object,
           guint              i)
{
  const char *entries = *(const char * const *) outlay_input_const_member (list, object);

  return entries + i * list->table->size;
}

/* The nth entry of @object's list that is called so, or NULL. */
static gconstpointer
find_entry (const OutlayInput *list,
            gconstpointer      object,
            const char        *identity,
            guint              nth)
{
  for (guint i = 0; i < outlay_input_get_count (list, object); i++)
    if (g_strcmp0 (get_identity (list->table, get_entry (list, object, i)), identity) == 0 &&
        nth-- == 0)
      return get_entry (list, object, i);

  return NULL;
}

static guint
count_before (const OutlayInput *list,
              gconstpointer      object,
              guint              position)
{
  const char *identity = get_identity (list->table, get_entry (list, object, position));
  guint n = 0;

  for (guint i = 0; i < position; i++)
    n += g_strcmp0 (get_identity (list->table, get_entry (list, object, i)), identity) == 0;

  return n;
}

/* Of options only the one that is compared; of models and plans those that both
 * know: one that no option of a side names is no difference by itself. */
static gboolean
is_wanted (const Search  *search,
           const char    *path,
           gconstpointer  there,
           const char    *identity)
{
  if (strcmp (path, "options") == 0)
    return g_strcmp0 (identity, search->option_id) == 0;

  return !g_str_has_prefix (path, "prices.") || there != NULL;
}

/* An entry that one side lacks belongs where its first member does. */
static void
add_lone_entry (Search            *search,
                const OutlayInput *list,
                gconstpointer      entry,
                const char        *group,
                const char        *path,
                gboolean           is_in_a)
{
  g_autofree char *member = g_strdup_printf ("%s[0].%s", path, list->table->inputs[0].key);
  g_autofree char *name = join_names (group, get_title (list->table, entry));
  char *here = g_strdup (C_("input", "there"));
  char *lack = g_strdup (C_("input", "not there"));

  add_difference (search, member, name, is_in_a ? here : lack, is_in_a ? lack : here);
}

static void
search_list (Search            *search,
             const OutlayInput *list,
             gconstpointer      a,
             gconstpointer      b,
             const char        *path)
{
  g_autofree char *parent = g_strdup_printf ("%s[0].", path);

  for (guint i = 0; i < outlay_input_get_count (list, a); i++)
    {
      gconstpointer entry = get_entry (list, a, i);
      const char *identity = get_identity (list->table, entry);
      gconstpointer other = find_entry (list, b, identity, count_before (list, a, i));

      if (!is_wanted (search, path, other, identity))
        continue;
      if (other != NULL)
        search_table (search, list->table, entry, other, get_title (list->table, entry), parent);
      else
        add_lone_entry (search, list, entry, _(list->label), path, TRUE);
    }

  for (guint i = 0; i < outlay_input_get_count (list, b); i++)
    {
      gconstpointer entry = get_entry (list, b, i);
      const char *identity = get_identity (list->table, entry);
      gconstpointer other = find_entry (list, a, identity, count_before (list, b, i));

      if (other == NULL && is_wanted (search, path, other, identity))
        add_lone_entry (search, list, entry, _(list->label), path, FALSE);
    }
}

/* Entries with neither id nor name, such as cards of prices, have no partner: the
 * list is one value. */
static gboolean
has_named_entries (const OutlayInput *input)
{
  return input->type == OUTLAY_INPUT_LIST &&
         (outlay_input_table_find (input->table, "id") != NULL ||
          outlay_input_table_find (input->table, "name") != NULL);
}

/* Shares by task are only comparable among the same number of tasks. */
static gboolean
is_equal (const Search      *search,
          const OutlayInput *input,
          gconstpointer      a,
          gconstpointer      b)
{
  guint n_tasks = search->scenario[0]->n_tasks;

  if (n_tasks != search->scenario[1]->n_tasks &&
      (input->type == OUTLAY_INPUT_MIX || input->type == OUTLAY_INPUT_RULES))
    return *(const gconstpointer *) outlay_input_const_member (input, a) == NULL &&
           *(const gconstpointer *) outlay_input_const_member (input, b) == NULL;

  return outlay_input_equal (input, a, b, n_tasks);
}

/* US dollars are named, whatever the scenarios count in; of the others, both values
 * have the same unit. */
static char *
name_input (const OutlayInput *input)
{
  return input->unit != NULL && g_str_has_prefix (input->unit, "US dollars")
         ? outlay_input_name (input) : g_strdup (_(input->label));
}

static void
search_input (Search            *search,
              const OutlayInput *input,
              gconstpointer      a,
              gconstpointer      b,
              const char        *group,
              const char        *path)
{
  g_autofree char *label = name_input (input);
  g_autofree char *name = join_names (group, label);

  if (input->type == OUTLAY_INPUT_OBJECT)
    {
      g_autofree char *inner = g_strconcat (path, ".", NULL);

      search_table (search, input->table, outlay_input_const_member (input, a),
                    outlay_input_const_member (input, b),
                    input->table == &outlay_prices_inputs ? "" : name, inner);
    }
  else if (has_named_entries (input))
    search_list (search, input, a, b, path);
  else if (!is_equal (search, input, a, b))
    add_difference (search, path, name, format_value (input, a, path),
                    format_value (input, b, path));
}

static void
search_table (Search                 *search,
              const OutlayInputTable *table,
              gconstpointer           a,
              gconstpointer           b,
              const char             *group,
              const char             *parent)
{
  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];
      g_autofree char *path = g_strconcat (parent, input->key, NULL);

      if (outlay_input_applies (input, table, a) && outlay_input_applies (input, table, b) &&
          !is_silent (path))
        search_input (search, input, a, b, group, path);
    }
}

static int
compare_parts (gconstpointer one,
               gconstpointer other)
{
  return ((const Difference *) one)->part - ((const Difference *) other)->part;
}

static const char *
name_part (int part)
{
  if (part == PART_NONE)
    return C_("part of a difference", "None");
  if (part == PART_SEVERAL)
    return C_("part of a difference", "Several");

  return outlay_bridge_part_name ((OutlayBridgePart) part);
}

static OutlaySheet *
create_sheet (GArray *found)
{
  OutlaySheet *sheet = outlay_sheet_new ();
  guint n_rows = MIN (found->len, MOST_ROWS);

  outlay_sheet_add_column (sheet, C_("column", "First"), _("in the first scenario"), "a");
  outlay_sheet_add_column (sheet, C_("column", "Second"), _("in the second scenario"), "b");
  outlay_sheet_add_column (sheet, C_("column", "Part"), _("part of the difference"), "part");
  for (guint i = 0; i < n_rows; i++)
    outlay_sheet_add_row (sheet, g_array_index (found, Difference, i).name);
  if (found->len > n_rows)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more",
                                                         found->len - n_rows),
                                               found->len - n_rows);

      outlay_sheet_add_row (sheet, more);
    }

  for (guint i = 0; i < n_rows; i++)
    {
      Difference *difference = &g_array_index (found, Difference, i);

      outlay_sheet_set (sheet, i, 0, NAN, g_steal_pointer (&difference->from));
      outlay_sheet_set (sheet, i, 1, NAN, g_steal_pointer (&difference->to));
      outlay_sheet_set (sheet, i, 2, NAN,
                        g_strdup (name_part (difference->part)));
    }

  return sheet;
}

/**
 * outlay_bridge_differences_new:
 * @a: a scenario
 * @b: another
 * @option_id: the option that is compared
 *
 * Lists what differs and can move the cost, by the part of the difference that it
 * makes, and the budget: roles by their names, tasks, models and plans by their ids.
 *
 * Returns: (transfer full) (nullable): a row for each input, with its value in both;
 *   %NULL where nothing differs
 */
OutlaySheet *
outlay_bridge_differences_new (const OutlayScenario *a,
                               const OutlayScenario *b,
                               const char           *option_id)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Difference));
  Search search = { { a, b }, option_id, found };

  g_array_set_clear_func (found, clear_difference);
  search_table (&search, &outlay_scenario_inputs, a, b, "", "");
  if (found->len == 0)
    return NULL;

  g_array_sort (found, compare_parts);

  return create_sheet (found);
}
