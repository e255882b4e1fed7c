/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "after-frame.h"

/* It keeps no widget of a window that goes before the frame comes. */
typedef struct
{
  GWeakRef   widget;
  void     (*callback) (GtkWidget *widget);
} Call;

static void
on_painted (GdkFrameClock *clock,
            gpointer       data)
{
  Call *call = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&call->widget);
  void (*callback) (GtkWidget *widget) = call->callback;

  g_signal_handlers_disconnect_by_data (clock, call);
  if (widget != NULL && gtk_widget_get_mapped (widget))
    callback (widget);
}

static void
call_free (gpointer  data,
           GClosure *closure)
{
  Call *call = data;

  g_weak_ref_clear (&call->widget);
  g_free (call);
}

/**
 * outlay_after_frame:
 * @widget: a widget of a window that is shown, or about to be
 * @callback: what to do
 *
 * Calls @callback as soon as the next frame has been painted, if @widget is on it, so
 * that nobody waits for what the frame does not need.
 */
void
outlay_after_frame (GtkWidget *widget,
                    void     (*callback) (GtkWidget *widget))
{
  Call *call;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (gtk_widget_get_realized (widget));

  call = g_new0 (Call, 1);
  g_weak_ref_init (&call->widget, widget);
  call->callback = callback;
  g_signal_connect_data (gtk_widget_get_frame_clock (widget), "after-paint",
                         G_CALLBACK (on_painted), call, call_free, 0);
}
