/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

#include "scenario-file.h"

/* A value, and the edit that led to it from the one before. */
typedef struct
{
  OutlayScenario *value;
  GHashTable     *slots; /* option id: slot */
  char           *name;  /* NULL for the first value */
} Step;

struct _OutlayHistory
{
  GPtrArray *steps;   /* of Step */
  guint      present; /* which of them */
  char      *gesture; /* that made the present one and still goes on, or NULL */
};

static void
step_free (Step *step)
{
  outlay_scenario_unref (step->value);
  g_hash_table_unref (step->slots);
  g_free (step->name);
  g_free (step);
}

static Step *
history_get_step (const OutlayHistory *self,
                  guint                position)
{
  return g_ptr_array_index (self->steps, position);
}

static guint
find_free_slot (GHashTable *slots)
{
  for (guint slot = 0; ; slot++)
    {
      GHashTableIter iter;
      gpointer taken;
      gboolean is_free = TRUE;

      g_hash_table_iter_init (&iter, slots);
      while (is_free && g_hash_table_iter_next (&iter, NULL, &taken))
        is_free = GPOINTER_TO_UINT (taken) != slot;

      if (is_free)
        return slot;
    }
}

/* Options that were there keep their slots; only then do new ones get what is
 * free, in their order. */
static GHashTable *
assign_slots (const OutlayScenario *scenario,
              GHashTable           *before)
{
  GHashTable *slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; before != NULL && i < scenario->n_options; i++)
    {
      const char *id = scenario->options[i].id;
      gpointer slot;

      if (g_hash_table_lookup_extended (before, id, NULL, &slot))
        g_hash_table_insert (slots, g_strdup (id), slot);
    }

  for (guint i = 0; i < scenario->n_options; i++)
    {
      const char *id = scenario->options[i].id;

      if (!g_hash_table_contains (slots, id))
        g_hash_table_insert (slots, g_strdup (id), GUINT_TO_POINTER (find_free_slot (slots)));
    }

  return slots;
}

static Step *
step_new (OutlayScenario *value,
          GHashTable     *slots_before,
          const char     *name)
{
  Step *step = g_new0 (Step, 1);

  step->value = outlay_scenario_ref (value);
  step->slots = assign_slots (value, slots_before);
  step->name = g_strdup (name);

  return step;
}

/**
 * outlay_history_new:
 * @first: the value before any edit
 *
 * Returns: (transfer full): a history in which nothing can be undone
 */
OutlayHistory *
outlay_history_new (OutlayScenario *first)
{
  OutlayHistory *self;

  g_return_val_if_fail (first != NULL, NULL);

  self = g_new0 (OutlayHistory, 1);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_ptr_array_add (self->steps, step_new (first, NULL, NULL));

  return self;
}

void
outlay_history_free (OutlayHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self->gesture);
  g_free (self);
}

/**
 * outlay_history_get_present:
 * @self: a history
 *
 * Returns: (transfer none): the value now
 */
OutlayScenario *
outlay_history_get_present (const OutlayHistory *self)
{
  return history_get_step (self, self->present)->value;
}

/**
 * outlay_history_get_slot:
 * @self: a history
 * @option_id: an option of the present value
 *
 * Returns: its colour slot, from 0; 0 as well for an option that is not there
 */
guint
outlay_history_get_slot (const OutlayHistory *self,
                         const char          *option_id)
{
  const Step *step = history_get_step (self, self->present);

  return GPOINTER_TO_UINT (g_hash_table_lookup (step->slots, option_id));
}

static void
history_forget_oldest (OutlayHistory *self)
{
  g_ptr_array_remove_index (self->steps, 0);
  self->present--;

  g_clear_pointer (&history_get_step (self, 0)->name, g_free);
}

/* A drag that comes back to where it began leaves nothing to undo. */
static gboolean
history_is_back_at_start (OutlayHistory  *self,
                          OutlayScenario *value)
{
  return outlay_scenario_equal (history_get_step (self, self->present - 1)->value, value);
}

static void
history_replace_present (OutlayHistory  *self,
                         OutlayScenario *value,
                         const char     *name)
{
  Step *present = history_get_step (self, self->present);

  if (history_is_back_at_start (self, value))
    {
      g_ptr_array_remove_index (self->steps, self->present);
      self->present--;
      g_clear_pointer (&self->gesture, g_free);
      return;
    }

  self->steps->pdata[self->present] = step_new (value, present->slots, name);
  step_free (present);
}

/**
 * outlay_history_add:
 * @self: a history
 * @value: what the edit made; another value than the present one
 * @name: what the edit did, for people
 * @gesture: (nullable): what the edit is a part of; edits of one gesture that
 *   follow one another are undone together
 *
 * Makes @value the present. What could be redone is forgotten.
 */
void
outlay_history_add (OutlayHistory  *self,
                    OutlayScenario *value,
                    const char     *name,
                    const char     *gesture)
{
  guint after = self->present + 1;

  g_return_if_fail (value != NULL);
  g_return_if_fail (name != NULL);

  if (after < self->steps->len)
    g_ptr_array_remove_range (self->steps, after, self->steps->len - after);

  if (gesture != NULL && g_strcmp0 (self->gesture, gesture) == 0)
    {
      history_replace_present (self, value, name);
      return;
    }

  g_ptr_array_add (self->steps,
                   step_new (value, history_get_step (self, self->present)->slots, name));
  self->present++;

  g_free (self->gesture);
  self->gesture = g_strdup (gesture);

  if (self->present > OUTLAY_HISTORY_LENGTH)
    history_forget_oldest (self);
}

/**
 * outlay_history_end_gesture:
 * @self: a history
 *
 * Makes the next edit one of its own.
 */
void
outlay_history_end_gesture (OutlayHistory *self)
{
  g_clear_pointer (&self->gesture, g_free);
}

gboolean
outlay_history_undo (OutlayHistory *self)
{
  outlay_history_end_gesture (self);

  if (self->present == 0)
    return FALSE;

  self->present--;

  return TRUE;
}

gboolean
outlay_history_redo (OutlayHistory *self)
{
  outlay_history_end_gesture (self);

  if (self->present + 1 == self->steps->len)
    return FALSE;

  self->present++;

  return TRUE;
}

/**
 * outlay_history_get_undo_name:
 * @self: a history
 *
 * Returns: (nullable): what undo takes back; %NULL if there is nothing
 */
const char *
outlay_history_get_undo_name (const OutlayHistory *self)
{
  return history_get_step (self, self->present)->name;
}

/**
 * outlay_history_get_redo_name:
 * @self: a history
 *
 * Returns: (nullable): what redo does again; %NULL if there is nothing
 */
const char *
outlay_history_get_redo_name (const OutlayHistory *self)
{
  if (self->present + 1 == self->steps->len)
    return NULL;

  return history_get_step (self, self->present + 1)->name;
}
