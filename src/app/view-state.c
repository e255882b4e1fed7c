/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-state.h"

struct _OutlayViewState
{
  char       *focus;  /* option id, or NULL where there is no option */
  GHashTable *hidden; /* option ids; those of removed ones stay for undo */
  int         month;  /* from 0, or -1 for the whole period */
  int         first;  /* of the months that charts show, or -1 for all of them */
  int         last;
};

/**
 * outlay_scenario_find_option:
 * @scenario: a scenario
 * @id: (nullable): an option's id
 *
 * Returns: the option's position, or -1 where there is none
 */
int
outlay_scenario_find_option (const OutlayScenario *scenario,
                             const char           *id)
{
  for (guint i = 0; i < scenario->n_options; i++)
    if (g_strcmp0 (scenario->options[i].id, id) == 0)
      return (int) i;

  return -1;
}

static gboolean
is_shown (const OutlayViewState *self,
          const OutlayScenario  *now,
          const char            *id)
{
  return outlay_scenario_find_option (now, id) >= 0 &&
         !g_hash_table_contains (self->hidden, id);
}

/* The option shown now that stood nearest behind @position in @order, else the
 * one nearest before it. */
static const char *
find_neighbour (const OutlayViewState *self,
                const OutlayScenario  *now,
                const OutlayScenario  *order,
                int                    position)
{
  for (int i = MAX (position, 0); i < (int) order->n_options; i++)
    if (is_shown (self, now, order->options[i].id))
      return order->options[i].id;

  for (int i = position - 1; i >= 0; i--)
    if (is_shown (self, now, order->options[i].id))
      return order->options[i].id;

  return NULL;
}

OutlayViewState *
outlay_view_state_new (const OutlayScenario *scenario)
{
  OutlayViewState *self = g_new0 (OutlayViewState, 1);

  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->month = self->first = self->last = -1;
  outlay_view_state_follow (self, scenario, scenario);

  return self;
}

void
outlay_view_state_free (OutlayViewState *self)
{
  g_free (self->focus);
  g_hash_table_unref (self->hidden);
  g_free (self);
}

const char *
outlay_view_state_get_focus (const OutlayViewState *self)
{
  return self->focus;
}

gboolean
outlay_view_state_set_focus (OutlayViewState *self,
                             const char      *option_id)
{
  if (g_strcmp0 (self->focus, option_id) == 0)
    return FALSE;

  g_free (self->focus);
  self->focus = g_strdup (option_id);

  return TRUE;
}

int
outlay_view_state_get_month (const OutlayViewState *self)
{
  return self->month;
}

gboolean
outlay_view_state_set_month (OutlayViewState *self,
                             int              month)
{
  if (self->month == month)
    return FALSE;

  self->month = month;

  return TRUE;
}

/* Returns: whether charts show some of the months only */
gboolean
outlay_view_state_get_zoom (const OutlayViewState *self,
                            int                   *first,
                            int                   *last)
{
  *first = self->first;
  *last = self->last;

  return self->first >= 0;
}

gboolean
outlay_view_state_set_zoom (OutlayViewState *self,
                            int              first,
                            int              last)
{
  if (self->first == first && self->last == last)
    return FALSE;

  self->first = first;
  self->last = last;

  return TRUE;
}

gboolean
outlay_view_state_get_hidden (const OutlayViewState *self,
                              const char            *option_id)
{
  return g_hash_table_contains (self->hidden, option_id);
}

/**
 * outlay_view_state_set_hidden:
 * @self: a view
 * @scenario: what is looked at
 * @option_id: one of its options
 * @hidden: whether to hide it
 *
 * Hides or shows an option. A focus that is hidden thereby moves on to the next
 * option shown, if there is any.
 *
 * Returns: whether anything changed
 */
gboolean
outlay_view_state_set_hidden (OutlayViewState      *self,
                              const OutlayScenario *scenario,
                              const char           *option_id,
                              gboolean              hidden)
{
  const char *next = NULL;
  gboolean changed = hidden ? g_hash_table_add (self->hidden, g_strdup (option_id))
                            : g_hash_table_remove (self->hidden, option_id);

  if (changed && self->focus != NULL && !is_shown (self, scenario, self->focus))
    next = find_neighbour (self, scenario, scenario,
                           outlay_scenario_find_option (scenario, self->focus));
  if (next != NULL)
    outlay_view_state_set_focus (self, next);

  return changed;
}

static gboolean
is_alone (const OutlayViewState *self,
          const OutlayScenario  *scenario,
          const char            *option_id)
{
  for (guint i = 0; i < scenario->n_options; i++)
    {
      const char *id = scenario->options[i].id;

      if (is_shown (self, scenario, id) != g_str_equal (id, option_id))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_view_state_show_alone:
 * @self: a view
 * @scenario: what is looked at
 * @option_id: one of its options
 *
 * Hides all other options; shows them all if they already were.
 *
 * Returns: whether anything changed
 */
gboolean
outlay_view_state_show_alone (OutlayViewState      *self,
                              const OutlayScenario *scenario,
                              const char           *option_id)
{
  gboolean show_all = is_alone (self, scenario, option_id);

  g_hash_table_remove_all (self->hidden);

  for (guint i = 0; !show_all && i < scenario->n_options; i++)
    if (!g_str_equal (scenario->options[i].id, option_id))
      g_hash_table_add (self->hidden, g_strdup (scenario->options[i].id));

  return outlay_view_state_set_focus (self, option_id) || scenario->n_options > 1;
}

/**
 * outlay_view_state_forget_new:
 * @self: a view
 * @before: the scenario before an edit
 * @now: the scenario after it
 *
 * Shows the options that the edit added, even if one of that id was hidden when
 * it was removed.
 *
 * Returns: whether anything changed
 */
gboolean
outlay_view_state_forget_new (OutlayViewState      *self,
                              const OutlayScenario *before,
                              const OutlayScenario *now)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < now->n_options; i++)
    if (outlay_scenario_find_option (before, now->options[i].id) < 0)
      changed |= g_hash_table_remove (self->hidden, now->options[i].id);

  return changed;
}

/* The focus may rest on a hidden option when all are hidden or when the person
 * put it there, but never on one that is gone. */
static gboolean
follow_focus (OutlayViewState      *self,
              const OutlayScenario *before,
              const OutlayScenario *now)
{
  const char *next;

  if (self->focus != NULL && outlay_scenario_find_option (now, self->focus) >= 0)
    return FALSE;

  next = find_neighbour (self, now, before,
                         outlay_scenario_find_option (before, self->focus));
  if (next == NULL)
    next = find_neighbour (self, now, now, 0);
  if (next == NULL && now->n_options > 0)
    next = now->options[0].id;

  return outlay_view_state_set_focus (self, next);
}

/**
 * outlay_view_state_follow:
 * @self: a view
 * @before: the scenario that it was of
 * @now: the scenario that it is of from now on
 *
 * Moves focus and month to where there is something to see.
 *
 * Returns: whether anything changed
 */
gboolean
outlay_view_state_follow (OutlayViewState      *self,
                          const OutlayScenario *before,
                          const OutlayScenario *now)
{
  gboolean changed = follow_focus (self, before, now);

  if (self->month >= now->months)
    changed |= outlay_view_state_set_month (self, -1);
  if (self->last >= now->months)
    changed |= outlay_view_state_set_zoom (self, -1, -1);

  return changed;
}
