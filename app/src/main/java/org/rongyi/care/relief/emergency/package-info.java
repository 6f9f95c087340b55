/** 应急救助: the second service of this room, paid by the province from the return of its emergency fund. */
@NamedInterface("emergency")
package org.rongyi.care.relief.emergency;

import org.springframework.modulith.NamedInterface;
