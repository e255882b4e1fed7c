/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-page.h"

#include "bridge-chart.h"
#include "bridge-differences.h"
#include "bridge-options.h"
#include "page-heading.h"
#include "session-looks.h"
#include "view-state.h"
#include "why-popover.h"
#include "widgets/figure-table.h"
#include "widgets/waterfall-view.h"

#include <glib/gi18n.h>

/**
 * OutlayComparePage:
 *
 * Why the option in focus costs more or less here than in another scenario: the
 * finding in words, the parts of the difference as a waterfall and as a table, the
 * inputs that differ, and all options side by side.
 *
 * The other scenario comes first until the two are swapped, which turns every sign.
 * It is a session, too, so that an edit in either window is seen at once. The parts
 * are worked out in a thread, for a large scenario is walked sixteen times.
 *
 * # Actions
 *
 * - `compare.swap`: from which of the two to which
 * - `compare.copy`: copy the parts
 *
 * # Keys
 *
 * Ctrl+C copies the parts as tab-separated text, in full precision and without any
 * locale. For those of chart and tables see #OutlayWaterfallView and
 * #OutlayFigureTable.
 */
struct _OutlayComparePage
{
  OutlayPage           parent_instance;

  OutlaySession       *other;
  GSignalGroup        *other_signals;
  gboolean             swapped;

  OutlayComparison    *comparison; /* what is shown, or NULL */
  char                *option_id;  /* of it */
  gboolean             is_busy;    /* a thread works on the next one */
  OutlayBridgeChart   *data;
  OutlaySheet         *differences;
  OutlaySheet         *options;

  OutlayPageHeading   *heading;
  GtkStack            *stack;
  GtkWidget           *content;
  AdwStatusPage       *notice;
  OutlayWaterfallView *chart;
  OutlayFigureTable   *table;
  GtkWidget           *differences_card;
  OutlayFigureTable   *differences_table;
  OutlayFigureTable   *options_table;
};

G_DEFINE_FINAL_TYPE (OutlayComparePage, outlay_compare_page, OUTLAY_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_SWAPPED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Who is compared */

static OutlaySession *
get_side (OutlayComparePage *self,
          guint              side)
{
  return (side == 0) != self->swapped ? self->other
                                      : outlay_page_get_session (OUTLAY_PAGE (self));
}

static const char *
get_focus (OutlayComparePage *self)
{
  return outlay_session_get_focus (outlay_page_get_session (OUTLAY_PAGE (self)));
}

/* Whether what is shown answers what is asked now. */
static gboolean
is_current (OutlayComparePage *self)
{
  return self->comparison != NULL &&
         self->comparison->a == outlay_session_get_scenario (get_side (self, 0)) &&
         self->comparison->b == outlay_session_get_scenario (get_side (self, 1)) &&
         g_strcmp0 (self->option_id, get_focus (self)) == 0;
}

static const OutlayComparedOption *
get_compared (OutlayComparePage *self)
{
  if (self->comparison == NULL || self->comparison->options->len == 0)
    return NULL;

  return &g_array_index (self->comparison->options, OutlayComparedOption, 0);
}

/* What is shown */

static void
show_notice (OutlayComparePage *self,
             const char        *title)
{
  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, "");
  adw_status_page_set_description (self->notice,
                                   _("Put an option that both scenarios have in focus"));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->notice));
}

static void
show_differences (OutlayComparePage *self)
{
  g_clear_pointer (&self->differences, outlay_sheet_free);
  if (self->data != NULL)
    self->differences = outlay_bridge_differences_new (self->comparison->a, self->comparison->b,
                                                       self->option_id);

  gtk_widget_set_visible (self->differences_card, self->differences != NULL);
  if (self->differences != NULL)
    outlay_figure_table_set_sheet (self->differences_table, self->differences);
}

static void
show_bridge (OutlayComparePage *self)
{
  const OutlayComparedOption *option = get_compared (self);
  OutlaySession *session = outlay_page_get_session (OUTLAY_PAGE (self));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (option != NULL)
    {
      self->data = outlay_bridge_chart_new (self->comparison, option,
                                            outlay_session_get_slot (session, option->id));
      title = outlay_bridge_finding (self->comparison, option);
      subtitle = outlay_bridge_subtitle (self->comparison, option);
    }

  outlay_waterfall_view_set_chart (self->chart, self->data != NULL ? &self->data->chart : NULL,
                                   self->data != NULL ? self->data->currency : NULL);
  show_differences (self);
  if (self->data == NULL)
    {
      show_notice (self, title != NULL ? title : _("Nothing to compare yet"));
      return;
    }

  outlay_figure_table_set_sheet (self->table, self->data->sheet);
  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, subtitle);
  gtk_stack_set_visible_child (self->stack, self->content);
}

/* The bridge before is shown until the next one is. */
static void
show_comparison (OutlayComparePage *self)
{
  OutlayBridgeChart *previous = g_steal_pointer (&self->data);

  show_bridge (self);
  g_clear_pointer (&previous, outlay_bridge_chart_free);
}

/* Costs need no bridge: they are in the estimates. */
static void
show_options (OutlayComparePage *self,
              OutlayEstimate    *estimate)
{
  OutlayEstimate *sides[] = { outlay_session_get_estimate (get_side (self, 0)),
                              outlay_session_get_estimate (get_side (self, 1)) };
  g_autofree OutlayOptionLook *looks = NULL;

  if (sides[0] == NULL || sides[1] == NULL)
    return;

  looks = outlay_option_looks_new (outlay_page_get_session (OUTLAY_PAGE (self)), estimate);
  g_clear_pointer (&self->options, outlay_sheet_free);
  self->options = outlay_bridge_options_new (sides[0], sides[1], estimate, looks);
  outlay_figure_table_set_sheet (self->options_table, self->options);
}

/* The thread */

typedef struct
{
  OutlayScenario *a;
  OutlayScenario *b;
  char           *option_id;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  outlay_scenario_unref (question->a);
  outlay_scenario_unref (question->b);
  g_free (question->option_id);
  g_free (question);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task,
                         outlay_comparison_new (question->a, question->b, question->option_id),
                         (GDestroyNotify) outlay_comparison_free);
}

static void ask_thread (OutlayComparePage *self);

/* An edit may have come in between: then that is asked next, and this is shown
 * meanwhile, as it says itself which scenarios it is about. */
static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (source);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (OutlayComparison) comparison = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_busy = FALSE;

  /* The page may have gone meanwhile, or has no other scenario any more. */
  if (self->stack == NULL || self->other == NULL)
    return;

  g_clear_pointer (&self->comparison, outlay_comparison_free);
  self->comparison = g_steal_pointer (&comparison);
  g_free (self->option_id);
  self->option_id = g_strdup (question->option_id);
  show_comparison (self);
  ask_thread (self);
}

static void
ask_thread (OutlayComparePage *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (self->is_busy || is_current (self))
    return;

  if (get_focus (self) == NULL)
    {
      g_clear_pointer (&self->comparison, outlay_comparison_free);
      show_comparison (self);
      return;
    }

  question = g_new0 (Question, 1);
  question->a = outlay_scenario_ref (outlay_session_get_scenario (get_side (self, 0)));
  question->b = outlay_scenario_ref (outlay_session_get_scenario (get_side (self, 1)));
  question->option_id = g_strdup (get_focus (self));

  self->is_busy = TRUE;
  task = g_task_new (self, NULL, on_compared, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, compare_in_thread);
}

static void
outlay_compare_page_refresh (OutlayPage     *page,
                             OutlayEstimate *estimate)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (page);

  if (self->other == NULL)
    return;

  show_options (self, estimate);
  ask_thread (self);
}

/* Actions */

/* Row A or B of the waterfall, or of the table. */
static void
ask_why (OutlayComparePage *self,
         GtkWidget         *at,
         guint              row)
{
  OutlayEstimate *estimate =
    outlay_session_get_estimate (get_side (self, row == OUTLAY_BRIDGE_ROW_A ? 0 : 1));
  const OutlayComparedOption *option = get_compared (self);
  int position;

  if (option == NULL || estimate == NULL)
    return;

  position = outlay_scenario_find_option (estimate->scenario, option->id);
  if (position >= 0)
    outlay_why_popover_present_option (GTK_WIDGET (self), at, estimate, (guint) position,
                                       OUTLAY_PERIOD, OUTLAY_WHY_PER_NOTHING);
}

static void
on_asked_bar (OutlayComparePage *self,
              int                row)
{
  ask_why (self, GTK_WIDGET (self->chart), (guint) row);
}

static void
on_asked_cell (OutlayComparePage *self,
               guint              row,
               guint              column)
{
  ask_why (self, outlay_figure_table_get_cell (self->table, row, column), row);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->data == NULL)
    return;

  text = outlay_sheet_to_tsv (self->data->sheet, "part");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
set_swapped (OutlayComparePage *self,
             gboolean           swapped)
{
  if (self->swapped == swapped)
    return;

  self->swapped = swapped;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SWAPPED]);
  outlay_page_refresh (OUTLAY_PAGE (self));
}

/* The object */

static void
outlay_compare_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SWAPPED:
      g_value_set_boolean (value, OUTLAY_COMPARE_PAGE (object)->swapped);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_compare_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SWAPPED:
      set_swapped (OUTLAY_COMPARE_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_compare_page_dispose (GObject *object)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (object);

  g_clear_object (&self->other_signals);
  g_clear_object (&self->other);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->data, outlay_bridge_chart_free);
  g_clear_pointer (&self->differences, outlay_sheet_free);
  g_clear_pointer (&self->options, outlay_sheet_free);
  g_clear_pointer (&self->comparison, outlay_comparison_free);
  g_clear_pointer (&self->option_id, g_free);

  G_OBJECT_CLASS (outlay_compare_page_parent_class)->dispose (object);
}

static void
outlay_compare_page_class_init (OutlayComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_compare_page_dispose;
  object_class->get_property = outlay_compare_page_get_property;
  object_class->set_property = outlay_compare_page_set_property;
  OUTLAY_PAGE_CLASS (klass)->refresh = outlay_compare_page_refresh;

  /**
   * OutlayComparePage:swapped:
   *
   * Whether the comparison goes from this scenario to the other.
   */
  props[PROP_SWAPPED] =
    g_param_spec_boolean ("swapped", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_property_action (widget_class, "compare.swap", "swapped");
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "compare.copy", NULL);

  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_WATERFALL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, notice);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, differences_card);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, differences_table);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, options_table);
  gtk_widget_class_bind_template_callback (widget_class, on_asked_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_asked_cell);
  gtk_widget_class_set_css_name (widget_class, "comparepage");
}

static void
outlay_compare_page_init (OutlayComparePage *self)
{
  self->other_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->other_signals, "estimated",
                                 G_CALLBACK (outlay_page_refresh), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_compare_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_COMPARE_PAGE, "session", session, NULL);
}

/* NULL where nothing is compared. */
OutlaySession *
outlay_compare_page_get_other (OutlayComparePage *self)
{
  g_return_val_if_fail (OUTLAY_IS_COMPARE_PAGE (self), NULL);

  return self->other;
}

/**
 * outlay_compare_page_set_other:
 * @self: a page
 * @other: (nullable): the session whose scenario this one is compared with
 */
void
outlay_compare_page_set_other (OutlayComparePage *self,
                               OutlaySession     *other)
{
  g_return_if_fail (OUTLAY_IS_COMPARE_PAGE (self));

  if (!g_set_object (&self->other, other))
    return;

  g_signal_group_set_target (self->other_signals, other);
  outlay_page_refresh (OUTLAY_PAGE (self));
}
