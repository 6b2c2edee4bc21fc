#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace nudge::test {

/// Sanitizers hold on to freed memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMeasuresMemory = false;
#else
constexpr bool kMeasuresMemory = true;
#endif

/// A line of /proc/PID/status in MiB, VmRSS or VmHWM, say; -1 where there is none.
inline double memoryOf(const char* what, qint64 process = 0) {
  QFile file(process == 0 ? QString("/proc/self/status") : QString("/proc/%1/status").arg(process));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith(what)) return line.simplified().split(' ').value(1).toDouble() / 1024;
  return -1;
}

/// Forgets the largest resident size so far, which VmHWM tells; whether that was possible.
inline bool forgetPeak(qint64 process = 0) {
  QFile file(process == 0 ? QString("/proc/self/clear_refs")
                          : QString("/proc/%1/clear_refs").arg(process));
  return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

}  // namespace nudge::test
