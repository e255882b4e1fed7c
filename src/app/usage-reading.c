/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-reading.h"

#include "figure-format.h"
#include "usage-words.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayUsageReading:
 *
 * How far the reading of logs is, with a button that stops it; then what was found,
 * until it is closed.
 *
 * # Actions
 *
 * - `reading.stop`: begin no other file
 * - `reading.close`: put away what was found
 */
struct _OutlayUsageReading
{
  AdwBin            parent_instance;

  OutlayUsageStore *store;

  GtkRevealer      *revealer;
  GtkStack         *stack;
  GtkWidget        *progress_area;
  GtkLabel         *progress_label;
  GtkProgressBar   *progress_bar;
  GtkWidget        *result_area;
  GtkImage         *sign;
  GtkLabel         *result_label;
  GtkLabel         *detail_label;
  GtkExpander      *expander;
  GtkLabel         *trouble_label;
};

G_DEFINE_FINAL_TYPE (OutlayUsageReading, outlay_usage_reading, ADW_TYPE_BIN)

static void
show_progress (OutlayUsageReading *self)
{
  OutlayImportProgress progress;
  g_autofree char *n_files = NULL;
  g_autofree char *all_files = NULL;
  g_autofree char *text = NULL;

  outlay_usage_store_get_progress (self->store, &progress);
  if (progress.all_files == 0)
    {
      outlay_label_set_sentence (self->progress_label, _("Looking for logs…"));
      gtk_progress_bar_set_fraction (self->progress_bar, 0);
      return;
    }

  n_files = g_strdup_printf ("%" G_GUINT64_FORMAT, progress.n_files);
  all_files = g_strdup_printf ("%" G_GUINT64_FORMAT, progress.all_files);
  /* Translators: how many of how many files are read */
  text = g_strdup_printf (_("Reading logs: %s of %s"), n_files, all_files);
  outlay_label_set_sentence (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 progress.all_bytes > 0 ? (double) progress.n_bytes /
                                                            (double) progress.all_bytes : 1);
}

static void
on_progress (OutlayUsageReading *self)
{
  if (!outlay_usage_store_get_reading (self->store))
    return;

  show_progress (self);
  gtk_stack_set_visible_child (self->stack, self->progress_area);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
show_text (GtkLabel   *label,
           GtkWidget  *area,
           const char *text)
{
  outlay_label_set_sentence (label, text);
  gtk_widget_set_visible (area, text != NULL && *text != '\0');
}

static void
on_imported (OutlayUsageReading       *self,
             const OutlayImportReport *report,
             const GError             *error)
{
  g_autofree char *text = report != NULL ? outlay_usage_describe_report (report)
                                         : g_strdup (error->message);
  g_autofree char *detail = report != NULL ? outlay_usage_detail_report (report) : NULL;
  g_autofree char *list = report != NULL ? outlay_usage_list_troubles (report) : NULL;

  gtk_image_set_from_icon_name (self->sign, report != NULL && list == NULL
                                              ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  outlay_label_set_sentence (self->result_label, text);
  show_text (self->detail_label, GTK_WIDGET (self->detail_label), detail);
  show_text (self->trouble_label, GTK_WIDGET (self->expander), list);
  gtk_expander_set_expanded (self->expander, FALSE);
  gtk_stack_set_visible_child (self->stack, self->result_area);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_usage_store_stop (OUTLAY_USAGE_READING (widget)->store);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_revealer_set_reveal_child (OUTLAY_USAGE_READING (widget)->revealer, FALSE);
}

static void
outlay_usage_reading_dispose (GObject *object)
{
  /* An AdwBin lets go of its child by itself. */
  g_clear_object (&OUTLAY_USAGE_READING (object)->store);

  G_OBJECT_CLASS (outlay_usage_reading_parent_class)->dispose (object);
}

static void
outlay_usage_reading_class_init (OutlayUsageReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_reading_dispose;

  gtk_widget_class_install_action (widget_class, "reading.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "reading.close", NULL, close_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, revealer);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, progress_area);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, progress_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, result_area);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, sign);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, result_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, detail_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, expander);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageReading, trouble_label);
  gtk_widget_class_set_css_name (widget_class, "usagereading");
}

static void
outlay_usage_reading_init (OutlayUsageReading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_usage_reading_set_store (OutlayUsageReading *self,
                                OutlayUsageStore   *store)
{
  g_return_if_fail (OUTLAY_IS_USAGE_READING (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "progress", G_CALLBACK (on_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  on_progress (self);
}
