/** 地图: outlines of cities and counties, and drawings shaded by a number; other rooms say which. */
@NamedInterface("map")
package org.rongyi.platform.division.map;

import org.springframework.modulith.NamedInterface;
