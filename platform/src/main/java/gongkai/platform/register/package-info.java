/**
 * The register of organs (机构管理): screens, files and calls to see and change what {@link gongkai.platform.organ} knows. It is apart from there because
 * rights are decided above the organs.
 */
@NullMarked
package gongkai.platform.register;

import org.jspecify.annotations.NullMarked;
