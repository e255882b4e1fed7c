/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that repaints as a whole differs from itself in the frame before, and shows
 * nothing of it. */
#include "pane-test.h"
#include "widgets/repaint.h"

#include <adwaita.h>
#include <locale.h>

#define PART_TYPE (part_get_type ())
G_DECLARE_FINAL_TYPE (Part, part, TEST, PART, GtkWidget)

struct _Part
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (Part, part, GTK_TYPE_WIDGET)

static void
part_class_init (PartClass *klass)
{
  outlay_widget_class_repaint_whole (GTK_WIDGET_CLASS (klass));
}

static void
part_init (Part *self)
{
}

static GskRenderNode *
paint (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
test_whole (void)
{
  GtkWidget *part = g_object_new (PART_TYPE, NULL);
  GtkWidget *window = show_in_window (part);
  g_autoptr (GskRenderNode) before = NULL;

  let_run ();
  before = paint (part);

  for (int frame = 0; frame < 1500; frame++)
    {
      GskRenderNode *node = paint (part);
      const GdkRGBA *color;
      graphene_rect_t bounds;

      g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_COLOR_NODE);
      gsk_render_node_get_bounds (node, &bounds);
      color = gsk_color_node_get_color (node);
      g_assert_true (gdk_rgba_is_clear (color));
      g_assert_false (gdk_rgba_equal (color, gsk_color_node_get_color (before)));
      g_assert_cmpfloat (bounds.size.width, ==, gtk_widget_get_width (part));
      g_assert_cmpfloat (bounds.size.height, ==, gtk_widget_get_height (part));

      gsk_render_node_unref (before);
      before = node;
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/repaint/whole", test_whole);

  return g_test_run ();
}
