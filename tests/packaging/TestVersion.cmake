# Whatever tells a version tells the one of CMakeLists.txt, and its date.
function(expect what text pattern)
  if(NOT text MATCHES "${pattern}")
    message(SEND_ERROR "${what} does not tell version ${VERSION} of ${DATE} (CMakeLists.txt)")
  endif()
endfunction()

string(REPLACE "." "[.]" version ${VERSION})
execute_process(COMMAND ${PROGRAM} --version OUTPUT_VARIABLE told)
expect("nudge --version" "${told}" "^nudge ${version}\n$")
execute_process(COMMAND ${PROGRAM} manual OUTPUT_VARIABLE manual)
expect("The manual page" "${manual}" "^[.]TH NUDGE 1 ${DATE} \"nudge ${version}\"")
file(READ ${SOURCE}/CITATION.cff citation)
expect(CITATION.cff "${citation}" "\nversion: ${version}\ndate-released: ${DATE}\n")
# Until it is released a version's changes stand under "Unreleased".
file(READ ${SOURCE}/CHANGELOG.md changelog)
expect(CHANGELOG.md "${changelog}" "\n## \\[(${version}\\] - ${DATE}|Unreleased\\])")
