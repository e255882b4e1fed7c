/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "period-choice.h"

#include "drop-down-label.h"
#include "usage-words.h"

#include <glib/gi18n.h>

/**
 * OutlayPeriodChoice:
 *
 * Chooses a month of those of the ledger, the last one first, or all of them.
 *
 * Signals:
 *
 * - `changed`: the period is another one
 *
 * # CSS nodes
 *
 * `periodchoice` with a `dropdown`.
 */
struct _OutlayPeriodChoice
{
  GtkWidget    parent_instance;

  GtkDropDown *choice;
  int          first; /* day of the ledger, 0 for none */
  int          last;
  gboolean     whole; /* all months to begin with */
  gboolean     is_filling;
};

G_DEFINE_FINAL_TYPE (OutlayPeriodChoice, outlay_period_choice, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A month as a number that counts on. */
static int
get_month (int day)
{
  return day / 10000 * 12 + day / 100 % 100 - 1;
}

static int
get_first_day (int month)
{
  return month / 12 * 10000 + (month % 12 + 1) * 100 + 1;
}

static guint
count_months (OutlayPeriodChoice *self)
{
  return self->first > 0 ? (guint) (get_month (self->last) - get_month (self->first) + 1) : 0;
}

static void
on_selected (OutlayPeriodChoice *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
outlay_period_choice_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_period_choice_parent_class)->dispose (object);
}

static void
outlay_period_choice_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_WHOLE:
      OUTLAY_PERIOD_CHOICE (object)->whole = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_period_choice_class_init (OutlayPeriodChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_period_choice_dispose;
  object_class->set_property = outlay_period_choice_set_property;

  /**
   * OutlayPeriodChoice:whole:
   *
   * Whether it begins with all months rather than with the last.
   */
  props[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "periodchoice");
}

static void
outlay_period_choice_init (OutlayPeriodChoice *self)
{
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  outlay_drop_down_set_label (self->choice, _("Period"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_period_choice_set_days:
 * @self: a choice
 * @first: the first day of the ledger, as 20260701; 0 for none
 * @last: the last
 *
 * Offers the months in between. Who has chosen one keeps it.
 */
void
outlay_period_choice_set_days (OutlayPeriodChoice *self,
                               int                 first,
                               int                 last)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->choice);
  gboolean was_whole = self->first > 0 ? selected == count_months (self) : self->whole;
  int month = get_month (self->last) - (int) selected;
  guint n_months;

  g_return_if_fail (OUTLAY_IS_PERIOD_CHOICE (self));

  if (self->first == 0 || selected == 0 || month < get_month (first) || month > get_month (last))
    month = get_month (last);
  self->first = first;
  self->last = last;
  n_months = count_months (self);
  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *name =
        outlay_usage_format_month (get_first_day (get_month (last) - (int) i));

      gtk_string_list_append (list, name);
    }
  gtk_string_list_append (list, C_("period", "All months"));

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice,
                              was_whole ? n_months : (guint) (get_month (last) - month));
  self->is_filling = FALSE;
}

/* Returns: the days of what is chosen */
OutlayPeriod
outlay_period_choice_get (OutlayPeriodChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);
  OutlayPeriod period = { self->first, self->last };

  g_return_val_if_fail (OUTLAY_IS_PERIOD_CHOICE (self), period);

  if (selected < count_months (self))
    {
      period.first = get_first_day (get_month (self->last) - (int) selected);
      period.last = period.first + 30;
    }

  return period;
}
