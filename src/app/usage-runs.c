/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-runs.h"

#include "usage-run-dialog.h"
#include "usage-run-words.h"
#include "usage-words.h"
#include "widgets/break-box.h"
#include "widgets/drop-down-label.h"
#include "widgets/period-choice.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many are shown at once, and in memory. */
#define PAGE_LENGTH 50

/**
 * OutlayUsageRuns:
 *
 * The runs of the ledger, a page at a time, the newest first: what each took, and what
 * kind of task it was by which rule. To open one is to correct what is said of it; the
 * questions and the calibration then go by that.
 *
 * # Actions
 *
 * - `runs.next`, `runs.previous`: the page of older runs, and of newer ones
 */
struct _OutlayUsageRuns
{
  OutlayUsageSection  parent_instance;

  GPtrArray          *shown;    /* (element-type OutlayRun), or NULL */
  GArray             *behind;   /* (element-type OutlayRun): where pages begin, no texts */
  GPtrArray          *kinds;    /* (element-type utf8): of the choice, behind the first */
  guint64             first;    /* of the page, from 0 */

  OutlayPeriodChoice *period;
  GtkDropDown        *kind_choice;
  GtkEditable        *search;
  GtkLabel           *error_label;
  GtkListBox         *list;
  GtkWidget          *nothing;
  GtkWidget          *pager;
  GtkLabel           *place_label;
};

G_DEFINE_FINAL_TYPE (OutlayUsageRuns, outlay_usage_runs, OUTLAY_TYPE_USAGE_SECTION)

/* Showing */

static GtkWidget *
create_row (const OutlayRun *run)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = outlay_usage_run_title (run);
  g_autofree char *subtitle = outlay_usage_run_subtitle (run);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);
  g_autofree char *cost = outlay_usage_run_cost (run);
  GtkWidget *label = gtk_label_new (cost);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Correct what is said of this run"));

  return row;
}

/* The row of the list that has the focus, or -1. */
static int
find_focus (OutlayUsageRuns *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
show_place (OutlayUsageRuns *self,
            guint            n_shown,
            gboolean         has_more)
{
  g_autofree char *first = g_strdup_printf ("%" G_GUINT64_FORMAT, self->first + 1);
  g_autofree char *last = g_strdup_printf ("%" G_GUINT64_FORMAT, self->first + n_shown);
  /* Translators: the numbers of the first and the last run of a page */
  g_autofree char *text = g_strdup_printf (_("Runs %s to %s"), first, last);

  gtk_label_set_label (self->place_label, text);
  gtk_widget_set_visible (self->pager, has_more || self->behind->len > 0);
  gtk_widget_set_visible (self->nothing, n_shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.previous", self->behind->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.next", has_more);
}

/* One more than a page was asked for, to tell whether there is another one. */
static void
show_runs (OutlayUsageRuns *self)
{
  guint n_shown = MIN (self->shown->len, PAGE_LENGTH);
  int focus = find_focus (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (self->shown, i)));
  if (focus >= 0 && focus < (int) n_shown)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focus)));

  show_place (self, n_shown, self->shown->len > n_shown);
}

/* Asking */

typedef struct
{
  OutlayPeriod  period;
  char         *kind;
  char         *text;
  gboolean      is_behind;
  OutlayRun     behind;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->kind);
  g_free (request->text);
  g_free (request);
}

static gpointer
ask (OutlayLedger  *ledger,
     gpointer       data,
     GError       **error)
{
  const Request *request = data;
  const OutlayRunFilter filter = {
    .period = request->period,
    .kind = request->kind,
    .text = request->text,
    .after = request->is_behind ? &request->behind : NULL,
    .limit = PAGE_LENGTH + 1,
  };

  return outlay_ledger_list_runs (ledger, &filter, error);
}

static void
free_runs (gpointer runs)
{
  g_ptr_array_unref (runs);
}

static void
on_answered (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  OutlayUsageRuns *self = user_data;
  gpointer runs;

  if (!outlay_usage_section_take_answer (self, result, &runs) || runs == NULL)
    return;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = runs;
  show_runs (self);
}

static char *
get_kind (OutlayUsageRuns *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_choice);

  return selected > 0 && selected <= self->kinds->len
           ? g_strdup (g_ptr_array_index (self->kinds, selected - 1)) : NULL;
}

static void
outlay_usage_runs_refresh (OutlayUsageSection *section,
                           GCancellable       *cancellable)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (section);
  Request *request = g_new0 (Request, 1);

  request->period = outlay_period_choice_get (self->period);
  request->kind = get_kind (self);
  request->text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  request->is_behind = self->behind->len > 0;
  if (request->is_behind)
    request->behind = g_array_index (self->behind, OutlayRun, self->behind->len - 1);
  outlay_usage_store_ask (outlay_usage_section_get_store (section), cancellable, ask, request,
                          request_free, free_runs, on_answered, self);
}

/* Other runs are wanted: their first page. */
static void
begin_anew (OutlayUsageRuns *self)
{
  g_array_set_size (self->behind, 0);
  self->first = 0;
  outlay_usage_section_refresh (OUTLAY_USAGE_SECTION (self));
}

/* The kinds that can be chosen are those of the rules, and of the scenario. */
static void
fill_kinds (OutlayUsageRuns *self)
{
  OutlaySession *session = outlay_usage_section_get_session (OUTLAY_USAGE_SECTION (self));
  g_autofree char *kind = get_kind (self);
  g_autoptr (GtkStringList) names = NULL;
  guint selected = 0;

  g_ptr_array_set_size (self->kinds, 0);
  names = outlay_usage_kind_names_new (outlay_session_get_scenario (session),
                                       C_("runs", "All kinds of task"), kind, self->kinds);
  for (guint i = 0; kind != NULL && i < self->kinds->len; i++)
    if (strcmp (g_ptr_array_index (self->kinds, i), kind) == 0)
      selected = i + 1;

  g_signal_handlers_block_by_func (self->kind_choice, begin_anew, self);
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind_choice, selected);
  g_signal_handlers_unblock_by_func (self->kind_choice, begin_anew, self);
}

static void
outlay_usage_runs_set_days (OutlayUsageSection *section,
                            int                 first,
                            int                 last)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (section);

  fill_kinds (self);
  outlay_period_choice_set_days (self->period, first, last);
}

/* Saying */

typedef struct
{
  gint64        session;
  OutlayRunNote note;
} Saying;

static Saying *
saying_new (gint64         session,
            OutlayRunNote *note) /* (transfer full) */
{
  Saying *saying = g_new (Saying, 1);

  *saying = (Saying) { session, *note };

  return saying;
}

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  outlay_run_note_clear (&saying->note);
  g_free (saying);
}

static gpointer
say (OutlayLedger  *ledger,
     gpointer       data,
     GError       **error)
{
  const Saying *saying = data;

  outlay_ledger_set_note (ledger, saying->session, &saying->note, error);

  return NULL;
}

static void
add_toast (OutlayUsageRuns *self,
           AdwToast        *toast) /* (transfer full) */
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/* All windows look at the ledger, so all are told. */
static void
on_said (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (OutlayUsageRuns) self = user_data;
  g_autoptr (GError) error = NULL;

  outlay_usage_store_ask_finish (result, &error);
  if (error != NULL)
    add_toast (self, adw_toast_new (error->message));
  outlay_usage_store_announce (OUTLAY_USAGE_STORE (store));
}

static void
write_note (OutlayUsageRuns *self,
            Saying          *saying) /* (transfer full) */
{
  outlay_usage_store_ask (outlay_usage_section_get_store (OUTLAY_USAGE_SECTION (self)), NULL,
                          say, saying, saying_free, NULL, on_said, g_object_ref (self));
}

#define BEFORE "outlay-note-before"

static void
on_undo (AdwToast        *toast,
         OutlayUsageRuns *self)
{
  write_note (self, g_object_steal_data (G_OBJECT (toast), BEFORE));
  adw_toast_dismiss (toast);
}

static const OutlayRun *
find_run (OutlayUsageRuns *self,
          gint64           session)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const OutlayRun *run = g_ptr_array_index (self->shown, i);

      if (run->session == session)
        return run;
    }

  return NULL;
}

static void
offer_undo (OutlayUsageRuns *self,
            gint64           session)
{
  const OutlayRun *run = find_run (self, session);
  AdwToast *toast;
  OutlayRunNote before;

  if (run == NULL)
    return;

  toast = adw_toast_new (_("What was said of the run is kept"));
  outlay_run_note_copy (&run->note, &before);
  g_object_set_data_full (G_OBJECT (toast), BEFORE, saying_new (session, &before), saying_free);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), self, 0);
  add_toast (self, toast);
}

static void
on_answer (GtkWidget     *asker,
           gint64         session,
           OutlayRunNote *note)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (asker);

  offer_undo (self, session);
  write_note (self, saying_new (session, note));
}

static void
on_row_activated (OutlayUsageRuns *self,
                  GtkListBoxRow   *row)
{
  OutlaySession *session = outlay_usage_section_get_session (OUTLAY_USAGE_SECTION (self));
  guint position = (guint) gtk_list_box_row_get_index (row);

  outlay_usage_run_ask (GTK_WIDGET (self), g_ptr_array_index (self->shown, position),
                        outlay_session_get_scenario (session), on_answer);
}

/* Actions */

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (widget);
  OutlayRun last;

  if (self->shown == NULL || self->shown->len <= PAGE_LENGTH)
    return;

  last = *(const OutlayRun *) g_ptr_array_index (self->shown, PAGE_LENGTH - 1);
  last = (OutlayRun) {
    .session = last.session, .at = last.at, .day = last.day,
    .model_number = last.model_number, .is_subagent = last.is_subagent,
  };
  g_array_append_val (self->behind, last);
  self->first += PAGE_LENGTH;
  outlay_usage_section_refresh (OUTLAY_USAGE_SECTION (self));
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (widget);

  if (self->behind->len == 0)
    return;

  g_array_set_size (self->behind, self->behind->len - 1);
  self->first -= PAGE_LENGTH;
  outlay_usage_section_refresh (OUTLAY_USAGE_SECTION (self));
}

/* The object */

static void
outlay_usage_runs_dispose (GObject *object)
{
  OutlayUsageRuns *self = OUTLAY_USAGE_RUNS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USAGE_RUNS);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->behind, g_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (outlay_usage_runs_parent_class)->dispose (object);
}

static void
outlay_usage_runs_class_init (OutlayUsageRunsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_runs_dispose;
  OUTLAY_USAGE_SECTION_CLASS (klass)->refresh = outlay_usage_runs_refresh;
  OUTLAY_USAGE_SECTION_CLASS (klass)->set_days = outlay_usage_runs_set_days;

  gtk_widget_class_install_action (widget_class, "runs.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "runs.previous", NULL, previous_action);

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_PERIOD_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-runs.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, period);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, error_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, nothing);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, pager);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageRuns, place_label);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_css_name (widget_class, "usageruns");
}

static void
outlay_usage_runs_init (OutlayUsageRuns *self)
{
  self->behind = g_array_new (FALSE, FALSE, sizeof (OutlayRun));
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_drop_down_set_label (self->kind_choice, _("Kind of task"));
  outlay_usage_section_set_error_label (OUTLAY_USAGE_SECTION (self), self->error_label);
}

/* Returns: (nullable) (element-type OutlayRun): those that are shown, and one more
 *   where there are more */
const GPtrArray *
outlay_usage_runs_get_shown (OutlayUsageRuns *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_RUNS (self), NULL);

  return self->shown;
}
