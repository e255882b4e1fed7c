/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fade.h"

/* ms */
#define FADE_TIME 150

typedef struct
{
  AdwViewStack *pages;
  GtkPicture   *veil;
  GdkPaintable *watch;     /* of the page that is shown: knows how it was last drawn */
  AdwAnimation *animation;
} PageFade;

static void
page_fade_free (gpointer data)
{
  PageFade *self = data;

  g_clear_object (&self->animation);
  g_clear_object (&self->watch);
  g_free (self);
}

static void
watch_page (PageFade *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

  g_clear_object (&self->watch);
  if (page != NULL)
    self->watch = gtk_widget_paintable_new (page);
}

static void
on_value (double    value,
          PageFade *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->veil), value);
  if (value <= 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->veil), FALSE);
      gtk_picture_set_paintable (self->veil, NULL);
    }
}

static void
on_page (PageFade *self)
{
  g_autoptr (GdkPaintable) before = NULL;

  if (self->watch != NULL && adw_get_enable_animations (GTK_WIDGET (self->pages)) &&
      gtk_widget_get_mapped (GTK_WIDGET (self->pages)))
    before = gdk_paintable_get_current_image (self->watch);
  watch_page (self);

  if (before == NULL || gdk_paintable_get_intrinsic_width (before) <= 0)
    return;

  gtk_picture_set_paintable (self->veil, before);
  gtk_widget_set_visible (GTK_WIDGET (self->veil), TRUE);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * outlay_page_fade_init:
 * @pages: the pages
 * @veil: a hidden picture over them, in the same window
 *
 * Fades whenever another page is shown. Where animations are off, that is at once.
 */
void
outlay_page_fade_init (AdwViewStack *pages,
                       GtkPicture   *veil)
{
  PageFade *self = g_new0 (PageFade, 1);

  self->pages = pages;
  self->veil = veil;
  self->animation =
    adw_timed_animation_new (GTK_WIDGET (veil), 1, 0, FADE_TIME,
                             adw_callback_animation_target_new (
                               (AdwAnimationTargetFunc) on_value, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);

  watch_page (self);
  g_object_set_data_full (G_OBJECT (pages), "outlay-page-fade", self, page_fade_free);
  g_signal_connect_swapped (pages, "notify::visible-child", G_CALLBACK (on_page), self);
}
