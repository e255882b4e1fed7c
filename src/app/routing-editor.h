/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ROUTING_EDITOR (outlay_routing_editor_get_type ())

G_DECLARE_FINAL_TYPE (OutlayRoutingEditor, outlay_routing_editor,
                      OUTLAY, ROUTING_EDITOR, GtkWidget)

void outlay_routing_editor_set_up (OutlayRoutingEditor  *self,
                                   const OutlayScenario *scenario,
                                   GListStore           *models);
void outlay_routing_editor_show   (OutlayRoutingEditor  *self,
                                   const OutlayOption   *option);
void outlay_routing_editor_fill   (OutlayRoutingEditor  *self,
                                   OutlayOption         *option);

G_END_DECLS
