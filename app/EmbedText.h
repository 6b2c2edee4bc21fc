#pragma once

#include <QCoreApplication>

namespace nudge {

class ChipUse;
struct EmbedResult;

/// What an embedding costs, in words.
class EmbedText {
  Q_DECLARE_TR_FUNCTIONS(nudge::EmbedText)
 public:
  /// In a line, as rich text; the network must be placed.
  static QString line(const EmbedResult& result);
  /// Line by line and layer by layer, with tabs: for the clipboard.
  static QString table(const ChipUse& use);
};

}  // namespace nudge
