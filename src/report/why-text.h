/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "why.h"

G_BEGIN_DECLS

/**
 * OutlayWhyPer:
 * @OUTLAY_WHY_PER_NOTHING: a cost as it is
 * @OUTLAY_WHY_PER_ACCEPTED: a cost for each task accepted
 * @OUTLAY_WHY_PER_TASK: a cost for each task
 *
 * By what a cost is divided.
 */
typedef enum
{
  OUTLAY_WHY_PER_NOTHING,
  OUTLAY_WHY_PER_ACCEPTED,
  OUTLAY_WHY_PER_TASK
} OutlayWhyPer;

/**
 * OutlayWhyTarget:
 * @by: what the parts are
 * @part: which part, or -1 for all of the option
 * @month: which month, from 0, or %OUTLAY_PERIOD
 * @per: by what its cost is divided
 *
 * A figure that can be asked why.
 */
typedef struct
{
  OutlayBreakdownBy by;
  int               part;
  int               month;
  OutlayWhyPer      per;
} OutlayWhyTarget;

/**
 * OutlayWhyLine:
 * @sign: how it goes on from the line above: × or +; empty for the first
 * @figure: the factor or amount
 * @label: what it is
 * @rate: (nullable): what one of it costs
 * @result: (nullable): what comes out: a number of things, or money
 *
 * A line of a reason, all of it in the person's language.
 */
typedef struct
{
  char *sign;
  char *figure;
  char *label;
  char *rate;
  char *result;
} OutlayWhyLine;

/**
 * OutlayWhyText:
 * @title: "Why $4,018?"
 * @subtitle: which figure that is
 * @seats: (element-type OutlayWhyLine): of a plan: fees and overage; else empty
 * @factors: (element-type OutlayWhyLine): from people to calls
 * @tokens: (element-type OutlayWhyLine): tokens of a call by class
 * @parts: (element-type OutlayWhyLine): what is added up, of a figure that is no cost
 * @work_label: (nullable): of a plan: what factors and tokens come to
 * @work: (nullable): that amount
 * @divisor_label: (nullable): by what the cost is divided
 * @divided: (nullable): the cost before that
 * @remark: how exact the total is
 * @total: the figure to the smallest coin
 *
 * A figure's reason in words. All strings are owned.
 */
typedef struct
{
  char   *title;
  char   *subtitle;
  GArray *seats;
  GArray *factors;
  GArray *tokens;
  GArray *parts;
  char   *work_label;
  char   *work;
  char   *divisor_label;
  char   *divided;
  char   *remark;
  char   *total;
} OutlayWhyText;

OutlayWhyText *outlay_why_text_new      (const OutlayBreakdown *breakdown,
                                         const OutlayWhyTarget *target);
void           outlay_why_text_free     (OutlayWhyText         *text);
char          *outlay_why_line_describe (const OutlayWhyLine   *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWhyText, outlay_why_text_free)

G_END_DECLS
