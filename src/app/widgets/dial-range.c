/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A range typed into a dial: how far a number may lie from its likely value is
 * the business of the factor that spreads it (METHOD section 10), for all roles
 * and kinds of task alike. */
#include "dial-private.h"

#include "field-text.h"
#include "input-default.h"
#include "paths.h"
#include "setters.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  const char   *path; /* without what stands in brackets */
  OutlayFactor  factor;
} Spread;

/* What each factor multiplies and has a dial of its own. */
static const Spread spreads[] = {
  { "team[].tasks_per_day", OUTLAY_FACTOR_TASKS },
  { "turns", OUTLAY_FACTOR_TURNS },
  { "tasks[].base_context", OUTLAY_FACTOR_TOKENS },
  { "tasks[].message", OUTLAY_FACTOR_TOKENS },
  { "tasks[].tool_result", OUTLAY_FACTOR_TOKENS },
  { "tasks[].output", OUTLAY_FACTOR_TOKENS },
  { "summary_tokens", OUTLAY_FACTOR_TOKENS },
  { "expertise.novice.acceptance[]", OUTLAY_FACTOR_ACCEPTANCE },
  { "expertise.intermediate.acceptance[]", OUTLAY_FACTOR_ACCEPTANCE },
  { "expertise.expert.acceptance[]", OUTLAY_FACTOR_ACCEPTANCE },
  { "cache_warmth.5m", OUTLAY_FACTOR_WARMTH },
  { "cache_warmth.1h", OUTLAY_FACTOR_WARMTH },
  { "value_growth", OUTLAY_FACTOR_LEARNING },
  { "adoption.from", OUTLAY_FACTOR_ADOPTION },
  { "adoption.to", OUTLAY_FACTOR_ADOPTION },
  { "adoption.shares[]", OUTLAY_FACTOR_ADOPTION },
};

/* In the order of OutlayFactor. */
static const char * const factor_paths[OUTLAY_N_FACTORS] = {
  "uncertainty.tasks", "uncertainty.turns", "uncertainty.tokens", "uncertainty.acceptance",
  "uncertainty.warmth", "uncertainty.learning", "uncertainty.adoption",
};

static char *
without_indices (const char *path)
{
  GString *plain = g_string_new (NULL);
  gboolean inside = FALSE;

  for (; *path != '\0'; path++)
    {
      inside = inside && *path != ']';
      if (!inside)
        g_string_append_c (plain, *path);
      inside = inside || *path == '[';
    }

  return g_string_free (plain, FALSE);
}

static int
find_factor (const char *path)
{
  g_autofree char *plain = without_indices (path);

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    if (g_str_equal (spreads[i].path, plain))
      return spreads[i].factor;

  return -1;
}

static const OutlayRange *
get_range (OutlayDial *self)
{
  return &outlay_session_get_scenario (self->session)->uncertainty[self->uncertainty];
}

/* "3..7" around the number in force; "3..5..7" makes it 5. */
static gboolean
read_range (const char *text,
            double     *value,
            gpointer    data)
{
  OutlayDial *self = data;
  const OutlayInput *input;
  double low, likely, high, now;

  self->is_pending = FALSE;
  if (self->session == NULL || !outlay_field_parse_range (text, &low, &likely, &high) ||
      !outlay_scenario_get_number (outlay_session_get_scenario (self->session), self->path,
                                   &now, NULL))
    return FALSE;

  if (isnan (likely))
    likely = outlay_number_field_get_value (self->field);
  input = outlay_input_find (factor_paths[self->uncertainty]);
  if (likely <= 0 || low > likely || high < likely || low / likely < input->min ||
      high / likely > input->max ||
      outlay_dial_from_field (self, low) < self->input->min ||
      outlay_dial_from_field (self, high) > self->input->max ||
      (self->input->type == OUTLAY_INPUT_WHOLE && likely != round (likely)))
    return FALSE;

  self->pending = (OutlayRange) { low / likely, 1, high / likely };
  self->is_pending = TRUE;
  *value = likely;

  return TRUE;
}

/* Takes over a range that was just typed, or takes back one that this burst of
 * typing set and that is a mere number now. Returns FALSE where there is neither. */
gboolean
outlay_dial_commit_range (OutlayDial *self,
                          double      value)
{
  OutlayScenario *after;

  if (self->session == NULL || (!self->is_pending && !self->ranged))
    return FALSE;

  after = outlay_scenario_set_number (outlay_session_get_scenario (self->session), self->path,
                                      value, NULL);
  if (after == NULL)
    return FALSE;

  if (self->is_pending && !self->ranged)
    self->before = *get_range (self);
  after->uncertainty[self->uncertainty] = self->is_pending ? self->pending : self->before;
  self->ranged = self->is_pending;
  self->is_pending = FALSE;
  outlay_session_commit_edit (self->session, after, outlay_dial_get_full_name (self),
                              self->path);

  return TRUE;
}

/* A range that is the person's own is told below the number. */
void
outlay_dial_sync_range (OutlayDial *self)
{
  gboolean own = self->uncertainty >= 0 && !self->bare &&
                 outlay_input_is_changed (outlay_session_get_scenario (self->session),
                                          factor_paths[self->uncertainty]);

  gtk_widget_set_visible (GTK_WIDGET (self->range_label), own);
  if (own)
    {
      double value = outlay_number_field_get_value (self->field);
      g_autofree char *low = outlay_field_format (value * get_range (self)->low, 2);
      g_autofree char *high = outlay_field_format (value * get_range (self)->high, 2);
      g_autofree char *text = NULL;

      /* Translators: the lowest and the highest value of an uncertain number */
      text = g_strdup_printf (_("Uncertain: from %s to %s"), low, high);
      gtk_label_set_label (self->range_label, text);
    }
}

void
outlay_dial_configure_range (OutlayDial *self)
{
  self->uncertainty = find_factor (self->path);
  outlay_number_field_set_reader (self->field, self->uncertainty >= 0 ? read_range : NULL,
                                  self);
  outlay_set_tooltip (GTK_WIDGET (self->field), self->uncertainty >= 0
                      ? _("A number, or a range of what it may be: 3..7 or 3..5..7")
                      : NULL);
}
