package io.skyferry.cli;

/** Documents as the server answers them; single quotes stand for double quotes. */
final class Documents {
    static final String START = "POST /api/tapis-storage/sync-project-images/";

    private Documents() {}

    static String started(long project, long job) {
        return "{'success':true,'message':'Sync started','project_id':" + project + ",'job_id':" + job
                + ",'already_running':false,'follow':'/api/skyferry/jobs/" + job + "'}";
    }

    /** A job of the flight {@code F<project>} with ten images of 1 MB. */
    static String job(long job, long project, String status, String exit, int delivered, int failed) {
        return "{'success':true,'job':{'job_id':" + job + ",'job_name':'sync-flight','status':'" + status
                + "','exit_status':'" + exit + "','started_at':'2026-05-01T10:00:00Z','ended_at':"
                + (exit.isEmpty() ? "null" : "'2026-05-01T10:00:20Z'") + ",'project_id':" + project
                + ",'flight_name':'F" + project + "','system_id':'sys','owner':'alice@portals',"
                + "'steps':[{'name':'plan','status':'COMPLETED','exit_status':'COMPLETED',"
                + "'started_at':'2026-05-01T10:00:00Z','ended_at':'2026-05-01T10:00:02Z'}],"
                + "'progress':{'images_total':10,'images_delivered':" + delivered + ",'images_failed':" + failed
                + ",'images_refused':0,'bytes_total':10000000,'bytes_delivered':" + delivered + "000000},"
                + "'error':null}}";
    }

    static String project(long id, String state, boolean running, double share) {
        return "{'success':true,'project':" + projectEntry(id, state, running, share) + "}";
    }

    static String projectEntry(long id, String state, boolean running, double share) {
        return "{'id':" + id + ",'name':'F" + id + " (sys)','state':'" + state + "','flight_name':'F" + id
                + "','system_id':'sys','task_id':'abc','image_count':10,"
                + "'images':{'listed':3,'delivered':6,'failed':1,'refused':0,'gone':2},"
                + "'bytes':{'total':10000000,'delivered':6000000},'error':null,"
                + "'webodm':{'project_url':'http://webodm/p','task_url':null,'status':'RUNNING','running_progress':"
                + share + "},'sync':" + (running ? "{'running':true,'job_id':4}" : "null") + "}";
    }

    static String images(String next, String... entries) {
        return "{'success':true,'images':[" + String.join(",", entries) + "],'count':" + entries.length + ",'next':"
                + (next == null ? "null" : "'" + next + "'") + "}";
    }

    static String image(String name, String state, String error) {
        return "{'name':'" + name + "','delivered_name':'" + name + "','size':5000000,'state':'" + state
                + "','attempts':3,'sha256':null,'error':" + error + "}";
    }
}
