# What Debian wants of a package, put beside what was installed: licence, changelogs, manual pages
# compressed without a time in them. CPack runs it before it packs.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(share ${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
set(documents ${share}/doc/${CPACK_PACKAGE_NAME})
set(DEBIAN_VERSION ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
set(MAINTAINER ${CPACK_PACKAGE_CONTACT})
execute_process(COMMAND date --date=${CPACK_NUDGE_DATE} --utc --rfc-email OUTPUT_VARIABLE DATE
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CPACK_NUDGE_SOURCE}/packaging/debian/changelog.in ${documents}/changelog.Debian @ONLY)
configure_file(${CPACK_NUDGE_SOURCE}/packaging/debian/copyright ${documents}/copyright COPYONLY)
configure_file(${CPACK_NUDGE_SOURCE}/CHANGELOG.md ${documents}/changelog COPYONLY)
# Where Debian's zsh looks.
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
file(GLOB pages ${share}/man/man*/*)
execute_process(COMMAND gzip -9nf ${documents}/changelog.Debian ${documents}/changelog ${pages}
                COMMAND_ERROR_IS_FATAL ANY)
