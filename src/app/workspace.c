/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace.h"

#include "breakdown-page.h"
#include "checks-page.h"
#include "compare-page.h"
#include "late-bin.h"
#include "more-panel.h"
#include "options-panel.h"
#include "outcome-page.h"
#include "page-fade.h"
#include "people-panel.h"
#include "risk-page.h"
#include "table-page.h"
#include "window-pages.h"
#include "work-panel.h"
#include "yield-bin.h"

struct _OutlayWorkspace
{
  AdwBin                parent_instance;

  OutlaySession        *session;
  guint                 laid_out_id;
  gboolean              pane_moves;

  GtkWidget            *page_area;
  OutlayYieldBin       *switchers;
  AdwViewSwitcherBar   *switcher_bar;
  AdwViewStack         *pages;
  GtkPicture           *veil;

  OutlayPanel          *options_panel;
  OutlayPanel          *people_panel;
  OutlayPanel          *work_panel;
  OutlayPanel          *more_panel;
  OutlayPriceOfferBar  *price_offer;
  OutlayCostPage       *cost_page;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OutlayWorkspace, outlay_workspace, ADW_TYPE_BIN)

/* What follows from the room there is */

static void
outlay_workspace_update_switchers (OutlayWorkspace *self)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  gboolean several, is_narrow;

  /* The pages still tell what they are while the workspace goes. */
  if (self->pages == NULL)
    return;

  pages = adw_view_stack_get_pages (self->pages);
  several = g_list_model_get_n_items (G_LIST_MODEL (pages)) > 1;
  is_narrow = outlay_yield_bin_get_yields (self->switchers);

  /* A wide window has no use for its buttons. */
  if (is_narrow)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
  gtk_widget_set_visible (GTK_WIDGET (self->switchers), several);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, several && is_narrow);
}

static gboolean
on_laid_out (gpointer data)
{
  OutlayWorkspace *self = OUTLAY_WORKSPACE (data);

  self->laid_out_id = 0;
  outlay_workspace_update_switchers (self);
  if (self->pane_moves)
    outlay_pane_close_popovers (adw_flap_get_flap (outlay_workspace_get_flap (self)));
  self->pane_moves = FALSE;

  return G_SOURCE_REMOVE;
}

/* Switchers and flap tell what they have become while they are laid out, when nothing
 * may ask for another layout. They still tell while the workspace goes. */
static void
on_layout (OutlayWorkspace *self)
{
  if (self->pages != NULL && self->laid_out_id == 0)
    self->laid_out_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_laid_out, self, NULL);
}

static void
on_pane_moves (OutlayWorkspace *self)
{
  self->pane_moves = TRUE;
  on_layout (self);
}

/* The object */

static void
outlay_workspace_set_session (OutlayWorkspace *self,
                              OutlaySession   *session)
{
  self->session = g_object_ref (session);

  outlay_panel_set_session (self->options_panel, session);
  outlay_panel_set_session (self->people_panel, session);
  outlay_panel_set_session (self->work_panel, session);
  outlay_panel_set_session (self->more_panel, session);
  g_object_set (self->cost_page, "session", session, NULL);
}

static void
outlay_workspace_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OutlayWorkspace *self = OUTLAY_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
outlay_workspace_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayWorkspace *self = OUTLAY_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      outlay_workspace_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
outlay_workspace_dispose (GObject *object)
{
  OutlayWorkspace *self = OUTLAY_WORKSPACE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_WORKSPACE);
  g_clear_handle_id (&self->laid_out_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_workspace_parent_class)->dispose (object);
}

static void
outlay_workspace_class_init (OutlayWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = outlay_workspace_get_property;
  object_class->set_property = outlay_workspace_set_property;
  object_class->dispose = outlay_workspace_dispose;

  g_type_ensure (OUTLAY_TYPE_OPTIONS_PANEL);
  g_type_ensure (OUTLAY_TYPE_PEOPLE_PANEL);
  g_type_ensure (OUTLAY_TYPE_WORK_PANEL);
  g_type_ensure (OUTLAY_TYPE_MORE_PANEL);
  g_type_ensure (OUTLAY_TYPE_PRICE_OFFER_BAR);
  g_type_ensure (OUTLAY_TYPE_COST_PAGE);
  g_type_ensure (OUTLAY_TYPE_LATE_BIN);
  g_type_ensure (OUTLAY_TYPE_RISK_PAGE);
  g_type_ensure (OUTLAY_TYPE_OUTCOME_PAGE);
  g_type_ensure (OUTLAY_TYPE_BREAKDOWN_PAGE);
  g_type_ensure (OUTLAY_TYPE_TABLE_PAGE);
  g_type_ensure (OUTLAY_TYPE_CHECKS_PAGE);
  g_type_ensure (OUTLAY_TYPE_COMPARE_PAGE);
  g_type_ensure (OUTLAY_TYPE_YIELD_BIN);

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, page_area);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, switchers);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, veil);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, options_panel);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, people_panel);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, work_panel);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, more_panel);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, price_offer);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkspace, cost_page);
  gtk_widget_class_bind_template_callback (widget_class, on_layout);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_moves);
}

static void
outlay_workspace_init (OutlayWorkspace *self)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  outlay_page_room_init (self->page_area);
  outlay_pages_fit_switcher (gtk_widget_get_first_child (GTK_WIDGET (self->switchers)));

  pages = adw_view_stack_get_pages (self->pages);
  g_signal_connect_object (pages, "items-changed",
                           G_CALLBACK (outlay_workspace_update_switchers), self,
                           G_CONNECT_SWAPPED);
  outlay_workspace_update_switchers (self);
  outlay_page_fade_init (self->pages, self->veil);
}

/**
 * outlay_workspace_new:
 * @session: what it shows
 *
 * Returns: (transfer floating): pane and pages
 */
GtkWidget *
outlay_workspace_new (OutlaySession *session)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (session), NULL);

  return g_object_new (OUTLAY_TYPE_WORKSPACE, "session", session, NULL);
}

AdwFlap *
outlay_workspace_get_flap (OutlayWorkspace *self)
{
  g_return_val_if_fail (OUTLAY_IS_WORKSPACE (self), NULL);

  return ADW_FLAP (adw_bin_get_child (ADW_BIN (self)));
}

AdwViewStack *
outlay_workspace_get_pages (OutlayWorkspace *self)
{
  g_return_val_if_fail (OUTLAY_IS_WORKSPACE (self), NULL);

  return self->pages;
}

OutlayCostPage *
outlay_workspace_get_cost_page (OutlayWorkspace *self)
{
  g_return_val_if_fail (OUTLAY_IS_WORKSPACE (self), NULL);

  return self->cost_page;
}

OutlayPriceOfferBar *
outlay_workspace_get_price_offer (OutlayWorkspace *self)
{
  g_return_val_if_fail (OUTLAY_IS_WORKSPACE (self), NULL);

  return self->price_offer;
}
