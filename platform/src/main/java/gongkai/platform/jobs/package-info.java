/**
 * Long work that survives a restart and can be left and found again (后台任务). A feature offers a {@link gongkai.platform.jobs.Work} bean
 * and starts it by {@link gongkai.platform.jobs.Jobs}; people watch it at {@code /office/jobs}.
 */
@NullMarked
package gongkai.platform.jobs;

import org.jspecify.annotations.NullMarked;
