/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dial.h"
#include "dial-name.h"
#include "inputs.h"
#include "number-field.h"
#include "step-scale.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _OutlayDial
{
  GtkWidget             parent_instance;

  GtkWidget            *line;
  AdwBin               *name_bin;
  OutlayDialName       *name;        /* or NULL where it is bare */
  GtkBox               *controls;
  OutlayStepScale      *scale;       /* or NULL */
  GtkLabel             *unit_label;
  GtkSwitch            *set_switch;  /* or NULL */
  OutlayNumberField    *field;
  GtkLabel             *problem_label;
  GtkLabel             *range_label;

  OutlaySession        *session;
  char                 *path;
  const OutlayInput    *input;
  char                 *full_name;
  char                 *refusal;     /* what the scenario as a whole objects to */
  double                factor;      /* the field shows value * factor */
  double                step;        /* of the field */
  double                scale_most;  /* 0: no scale */
  double                start_value; /* what "none" is switched to */
  double                least;       /* narrower limits than the input's own, */
  double                most;        /* or NaN */
  int                   uncertainty; /* an OutlayFactor that spreads it, or -1 */
  OutlayRange           pending;     /* a range that was just typed: of the factor */
  gboolean              is_pending;
  OutlayRange           before;      /* the factor's range before this burst */
  gboolean              ranged;      /* whether this burst changed it */
  gboolean              bare;
  gboolean              show_unit;
  gboolean              syncing;
};

const char *outlay_dial_get_full_name (OutlayDial *self);
double      outlay_dial_to_field      (OutlayDial *self,
                                       double      value);
double      outlay_dial_from_field    (OutlayDial *self,
                                       double      value);

/* Shows what follows from the input, from the limits, from the session. */
void outlay_dial_configure    (OutlayDial *self);
void outlay_dial_update_range (OutlayDial *self);
void outlay_dial_sync         (OutlayDial *self);

/* Ranges typed in place. */
void outlay_dial_configure_range (OutlayDial *self);
void outlay_dial_sync_range      (OutlayDial *self);
gboolean outlay_dial_commit_range (OutlayDial *self,
                                   double      value);

/* What the hand does. */
void outlay_dial_edit         (OutlayDial *self,
                               double      value);
void outlay_dial_switch       (OutlayDial *self);
void outlay_dial_settle       (OutlayDial *self);
void outlay_dial_show_problem (OutlayDial *self);

G_END_DECLS
