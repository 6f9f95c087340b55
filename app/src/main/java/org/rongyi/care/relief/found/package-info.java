/** 政策找人: whom the files and the open needs of a place say hardship aid or 应急救助 may be for, before he has asked. */
package org.rongyi.care.relief.found;
