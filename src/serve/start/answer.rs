//! Answers a request while no folder is open.

use std::sync::Arc;

use hyper::body::Incoming;
use hyper::http::request::Parts;
use hyper::{Response, StatusCode};

use super::state::StartState;
use super::{first_page, folders, new_site};
use crate::serve::dashboard::{Admitted, stopped};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, redirect, text_line};
use crate::serve::route::DASHBOARD_ROOT;
use crate::serve::served::Served;
use crate::serve::write_guard::{self, Sender};

/// Answers a request for what is at this path below the root of the dashboard.
pub(in crate::serve) async fn respond(
    (request, body): (Parts, Incoming),
    path: &str,
    served: &Arc<Served>,
) -> Response<ResponseBody> {
    let admitted = match served.pages.admit((&request, body), Sender::Page).await {
        Ok(admitted) => admitted,
        Err(refused) => return refused,
    };
    let mut response = match admitted {
        Admitted::Page => page(&request, path, served).await,
        Admitted::Form(_, Some(why)) => text_line(why.status(), why.message()),
        Admitted::Form(_, None) if path == "stop" => stopped(&served.pages, &served.lifetime),
        Admitted::Form(form, None) => {
            let path = path.to_owned();
            in_background(served, move |served, start| post(&path, &form, (served, start))).await
        }
    };
    served.pages.add_headers(&mut response);
    response
}

async fn page(request: &Parts, path: &str, served: &Arc<Served>) -> Response<ResponseBody> {
    // A link of another site must not make this computer look at a path of its choice.
    if path == "folders"
        && let Err(rejection) = write_guard::check_same_origin(request)
    {
        return text_line(rejection.status(), rejection.message());
    }
    let query = request.uri.query().unwrap_or_default().as_bytes();
    let folder = form_urlencoded::parse(query).find(|(name, _)| name == "in");
    let folder = folder.map_or_else(String::new, |(_, folder)| folder.into_owned());
    let path = path.to_owned();
    in_background(served, move |served, start| match path.as_str() {
        "" => first_page::show(served, start, None),
        "folders" => folders::show(served, start, &folder),
        "new-site" => new_site::get(served, start),
        // An old page of the dashboard.
        _ => redirect(DASHBOARD_ROOT),
    })
    .await
}

fn post(path: &str, form: &Form, (served, start): (&Served, &StartState)) -> Response<ResponseBody> {
    match path {
        "open-folder" => first_page::open(served, start, form.get("folder")),
        "new-site" => new_site::post(served, start, form),
        _ => text_line(StatusCode::NOT_FOUND, "There is nothing at this address. Open your careers folder first."),
    }
}

/// Reading folders and building a site take time and must not block other connections.
async fn in_background(
    served: &Arc<Served>,
    answer: impl FnOnce(&Served, &StartState) -> Response<ResponseBody> + Send + 'static,
) -> Response<ResponseBody> {
    let served = served.clone();
    let answer = move || match &served.start {
        Some(start) => answer(&served, start),
        // Only a server with a start page comes here.
        None => redirect(DASHBOARD_ROOT),
    };
    tokio::task::spawn_blocking(answer).await.unwrap_or_else(|_| {
        text_line(StatusCode::INTERNAL_SERVER_ERROR, "This failed unexpectedly. Please report it, and go back.")
    })
}
