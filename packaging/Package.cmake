# Packages: `cpack --preset release`, or cpack in the build folder.
set(NUDGE_MAINTAINER "The Nudge contributors <maintainers@nudge.invalid>"
    CACHE STRING "Who answers for packages, as NAME <ADDRESS>")

set(CPACK_PACKAGE_NAME nudge)
set(CPACK_PACKAGE_VENDOR "The Nudge contributors")
set(CPACK_PACKAGE_CONTACT ${NUDGE_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "explorer for Equilibrium Propagation")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_IGNORE_FILES /[.]git/ /[.]git$ ${CMAKE_SOURCE_DIR}/build/ ${CMAKE_SOURCE_DIR}/runs/)

find_program(DPKG dpkg)
if(WIN32)
  set(CPACK_GENERATOR ZIP)
elseif(APPLE)
  set(CPACK_GENERATOR DragNDrop)
elseif(DPKG)
  set(CPACK_GENERATOR DEB)
else()
  set(CPACK_GENERATOR TGZ)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Qt loads the plugin of the display, and curl the certificates, without being linked to them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, fonts-dejavu-core, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, qt6-wayland")
set(CPACK_PACKAGE_DESCRIPTION
    "Nudge lets a machine settle on an input, nudges its outputs towards the
target, compares the two states and updates the parameters: Equilibrium
Propagation, shown neuron by neuron, in binary networks, on Ising machines
and on annealing chips, virtual or in D-Wave's cloud. It comes with
experiments, lessons in English and French, and the same program without a
window: training, annealing, embedding and sweeps from the command line.")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/Documents.cmake)
set(CPACK_NUDGE_SOURCE ${CMAKE_SOURCE_DIR})
set(CPACK_NUDGE_DATE ${NUDGE_RELEASE_DATE})
include(CPack)
