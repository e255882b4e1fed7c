/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "sheet.h"

G_BEGIN_DECLS

const char  *outlay_figure_name                   (OutlayFigure            figure);
char        *outlay_figure_describe_unit          (OutlayFigure            figure,
                                                   const OutlayScenario   *scenario);

void         outlay_sheet_add_options             (OutlaySheet            *sheet,
                                                   const OutlayEstimate   *estimate,
                                                   const OutlayOptionLook *looks);
OutlaySheet *outlay_figures_sheet_new             (const OutlayEstimate   *estimate,
                                                   const OutlayOptionLook *looks,
                                                   OutlayFigure            figure);
OutlaySheet *outlay_figures_sheet_new_for_option  (const OutlayEstimate   *estimate,
                                                   guint                   option);

G_END_DECLS
