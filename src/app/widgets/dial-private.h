/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dial.h"
#include "evidence-button.h"
#include "inputs.h"
#include "number-field.h"
#include "step-scale.h"

G_BEGIN_DECLS

struct _OutlayDial
{
  GtkWidget             parent_instance;

  GtkWidget            *line;
  GtkLabel             *dot;
  GtkWidget            *name_box;
  GtkLabel             *name_label;
  OutlayEvidenceButton *evidence_button;
  OutlayStepScale      *scale;
  GtkLabel             *unit_label;
  GtkSwitch            *set_switch;
  OutlayNumberField    *field;
  GtkLabel             *problem_label;

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
  gboolean              bare;
  gboolean              syncing;
};

/* Shows what follows from the input, from the limits, from the session. */
void outlay_dial_configure    (OutlayDial *self);
void outlay_dial_update_range (OutlayDial *self);
void outlay_dial_sync         (OutlayDial *self);

/* What the hand does. */
void outlay_dial_edit         (OutlayDial *self,
                               double      value);
void outlay_dial_switch       (OutlayDial *self);
void outlay_dial_settle       (OutlayDial *self);
void outlay_dial_show_problem (OutlayDial *self);

G_END_DECLS
