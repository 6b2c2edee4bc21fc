#pragma once

#include <initializer_list>

#include <QHeaderView>
#include <QTableView>

namespace nudge {

/// Makes a table a list of rows to choose one from: no grid, no numbers, nothing to edit. `narrow`
/// columns are as wide as what they hold, the last one takes what is left.
inline void makeRows(QTableView& table, std::initializer_list<int> narrow) {
  table.setSelectionBehavior(QTableView::SelectRows);
  table.setSelectionMode(QTableView::SingleSelection);
  table.setEditTriggers(QTableView::NoEditTriggers);
  table.setShowGrid(false);
  table.setWordWrap(false);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
  QHeaderView* const head = table.horizontalHeader();
  head->setHighlightSections(false);
  head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  for (const int column : narrow) head->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  head->setStretchLastSection(true);
}

}  // namespace nudge
