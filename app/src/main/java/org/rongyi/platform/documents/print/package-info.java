/** 台账: a list as it goes on paper, whole, with unit, writer, day and filter. */
package org.rongyi.platform.documents.print;
