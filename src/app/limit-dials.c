/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "limit-dials.h"

#include "break-box.h"
#include "currencies.h"
#include "dial.h"
#include "dial-finder.h"
#include "dial-name.h"
#include "drop-down-label.h"
#include "month-format.h"
#include "number-field.h"
#include "sentence.h"

#include <glib/gi18n.h>
#include <math.h>

#define MONTHS_A_YEAR 12
#define FIRST_YEAR 2000
#define LAST_YEAR 2199

/* ISO 4217: three capital letters. */
#define CODE_LENGTH 3

/**
 * OutlayLimitDials:
 *
 * When the scenario starts and how long it goes on, what is never gone beyond, and the
 * money that is counted in.
 */
struct _OutlayLimitDials
{
  OutlayPanel        parent_instance;

  GtkDropDown       *start_month;
  OutlayNumberField *start_year;
  OutlayDial        *months_dial;
  OutlayDial        *days_dial;
  OutlayDial        *cap_dial;
  OutlayDial        *attempts_dial;
  OutlayDial        *budget_dial;
  GtkEditable       *currency;
  GtkWidget         *currency_problem;
  GtkWidget         *rate_note;
  GtkLabel          *rate_words;
  OutlayDial        *rate_dial;

  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (OutlayLimitDials, outlay_limit_dials, OUTLAY_TYPE_PANEL)

static OutlayScenario *
outlay_limit_dials_get_scenario (OutlayLimitDials *self)
{
  return outlay_session_get_scenario (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static OutlayScenario *
outlay_limit_dials_begin_edit (OutlayLimitDials *self)
{
  return outlay_session_begin_edit (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static void
outlay_limit_dials_commit (OutlayLimitDials *self,
                           OutlayScenario   *draft,
                           const char       *name,
                           const char       *gesture)
{
  outlay_session_commit_edit (outlay_panel_get_session (OUTLAY_PANEL (self)),
                              draft, name, gesture);
}

static void
on_settled (OutlayLimitDials *self)
{
  outlay_session_end_gesture (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static void
outlay_limit_dials_set_start (OutlayLimitDials *self,
                              int               year,
                              int               month)
{
  OutlayScenario *draft = outlay_limit_dials_begin_edit (self);

  draft->start = year * MONTHS_A_YEAR + month;
  outlay_limit_dials_commit (self, draft, _("First month"), "start");
}

static void
on_start_month_selected (OutlayLimitDials *self)
{
  if (self->updating)
    return;

  outlay_limit_dials_set_start (self, outlay_limit_dials_get_scenario (self)->start / MONTHS_A_YEAR,
                                (int) gtk_drop_down_get_selected (self->start_month));
  on_settled (self);
}

static void
on_start_year_edited (OutlayLimitDials *self,
                      double            year)
{
  outlay_limit_dials_set_start (self, (int) year,
                                outlay_limit_dials_get_scenario (self)->start % MONTHS_A_YEAR);
}

static gboolean
is_currency_code (const char *text)
{
  for (guint i = 0; i < CODE_LENGTH; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;

  return text[CODE_LENGTH] == '\0';
}

static void
on_currency_typed (OutlayLimitDials *self)
{
  const char *text = gtk_editable_get_text (self->currency);
  gboolean valid = is_currency_code (text);
  g_autofree char *code = NULL;
  OutlayScenario *draft;

  if (self->updating)
    return;

  gtk_widget_set_visible (self->currency_problem, !valid);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "error");
  if (!valid)
    return;

  code = g_ascii_strup (text, -1);
  draft = outlay_limit_dials_begin_edit (self);
  draft->currency.code = outlay_pool_strdup (draft->pool, code);
  outlay_limit_dials_commit (self, draft, _("Currency"), "currency.code");
}

/* Whoever counts in another currency goes on to what a dollar costs in it. */
static void
on_currency_entered (OutlayLimitDials *self)
{
  if (outlay_currency_needs_rate (&outlay_limit_dials_get_scenario (self)->currency))
    outlay_show_dial (GTK_WIDGET (self->rate_dial), "currency.rate");
}

static void
outlay_limit_dials_update_rate_note (OutlayLimitDials     *self,
                                     const OutlayCurrency *currency)
{
  g_autofree char *words = outlay_currency_describe_rate (currency);

  outlay_label_set_sentence (self->rate_words, words);
  gtk_widget_set_visible (self->rate_note, words != NULL);
}

static void
outlay_limit_dials_changed (OutlayPanel   *panel,
                            OutlaySession *session)
{
  OutlayLimitDials *self = OUTLAY_LIMIT_DIALS (panel);
  const OutlayScenario *scenario = outlay_session_get_scenario (session);
  OutlayDial * const dials[] = {
    self->months_dial, self->days_dial, self->cap_dial, self->attempts_dial,
    self->budget_dial, self->rate_dial,
  };

  for (guint i = 0; i < G_N_ELEMENTS (dials); i++)
    outlay_dial_set_session (dials[i], session);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->start_month, (guint) (scenario->start % MONTHS_A_YEAR));
  outlay_number_field_set_value (self->start_year, scenario->start / MONTHS_A_YEAR);
  if (g_ascii_strcasecmp (gtk_editable_get_text (self->currency),
                          scenario->currency.code) != 0)
    gtk_editable_set_text (self->currency, scenario->currency.code);
  outlay_limit_dials_update_rate_note (self, &scenario->currency);
  self->updating = FALSE;
}

/* Two digits say enough for a budget that is only a start. */
static double
round_to_two_digits (double value)
{
  double unit = pow (10, floor (log10 (value)) - 1);

  return round (value / unit) * unit;
}

/* A budget is switched on with the dearest month of the option in focus, so that
 * its line is in sight. */
static void
outlay_limit_dials_update_start (OutlayPanel   *panel,
                                 OutlaySession *session)
{
  OutlayLimitDials *self = OUTLAY_LIMIT_DIALS (panel);
  OutlayEstimate *estimate = outlay_session_get_estimate (session);
  const char *focus = outlay_session_get_focus (session);
  double dearest = 0;

  for (guint i = 0; estimate != NULL && i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];

      if (option->error != NULL || g_strcmp0 (option->option->id, focus) != 0)
        continue;
      for (guint month = 0; month < estimate->n_months; month++)
        dearest = MAX (dearest, option->monthly[OUTLAY_FIGURE_COST][month]);
    }

  outlay_dial_set_start_value (self->budget_dial,
                               dearest > 0 ? round_to_two_digits (dearest) : 0);
}

static void
outlay_limit_dials_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_limit_dials_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_LIMIT_DIALS);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayLimitDials, name)

static void
outlay_limit_dials_class_init (OutlayLimitDialsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_limit_dials_dispose;
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_limit_dials_changed;
  OUTLAY_PANEL_CLASS (klass)->estimated = outlay_limit_dials_update_start;
  OUTLAY_PANEL_CLASS (klass)->view_changed = outlay_limit_dials_update_start;

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_DIAL_NAME);
  g_type_ensure (OUTLAY_TYPE_NUMBER_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/limit-dials.ui");
  BIND (start_month);
  BIND (start_year);
  BIND (months_dial);
  BIND (days_dial);
  BIND (cap_dial);
  BIND (attempts_dial);
  BIND (budget_dial);
  BIND (currency);
  BIND (currency_problem);
  BIND (rate_note);
  BIND (rate_words);
  BIND (rate_dial);
  gtk_widget_class_bind_template_callback (widget_class, on_start_month_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_start_year_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
}

static GListModel *
new_month_names (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int month = 0; month < MONTHS_A_YEAR; month++)
    {
      g_autofree char *name = outlay_month_format (FIRST_YEAR * MONTHS_A_YEAR + month,
                                                   OUTLAY_MONTH_STYLE_LONG_NAME);

      gtk_string_list_append (list, name);
    }

  return G_LIST_MODEL (list);
}

static void
outlay_limit_dials_init (OutlayLimitDials *self)
{
  g_autoptr (GListModel) months = new_month_names ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->start_month, months);
  outlay_drop_down_set_label (self->start_month, _("First month"));
  outlay_number_field_set_range (self->start_year, FIRST_YEAR, LAST_YEAR, 1, TRUE);
  outlay_number_field_set_label (self->start_year, _("Year"));
  self->updating = FALSE;
}
