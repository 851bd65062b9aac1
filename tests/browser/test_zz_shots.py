import json
from pathlib import Path
SEED=Path("/tmp/shots/seed.py").read_text()
def test_shots(served, new_page, axe):
    out=served.python("import sys; sys.path.insert(0,'.')\n"+SEED)
    d=json.loads(out.split("JSON")[1])
    h=d["household"]
    problems=[]
    def as_(who, w=1280, hgt=900, dark=False):
        p=new_page(viewport={"width":w,"height":hgt}, color_scheme="dark" if dark else "light")
        p.context.add_cookies([{"name":"rungs","value":d[who],"url":served.url}])
        p.on("console", lambda m: m.type in("error","warning") and problems.append((who,m.text)))
        p.on("pageerror", lambda e: problems.append((who,str(e))))
        return p
    pages={"home":f"/h/{h}/","history":f"/h/{h}/history","changes":f"/h/{h}/r/{d['routine']}/changes","routine_edit":f"/h/{h}/r/{d['routine']}/edit","step_new":f"/h/{h}/r/{d['routine']}/steps/new","step_edit":f"/h/{h}/s/{d['dress']}/edit","step_edit_open":f"/h/{h}/s/{d['game']}/edit","start":f"/h/{h}/r/start","routine_new":f"/h/{h}/r/new"}
    for dark in (False,True):
        for w in (1280,390):
            p=as_("maya",w,900 if w>400 else 844,dark)
            for n,u in pages.items():
                p.goto(served.url+u); p.wait_for_timeout(150)
                p.screenshot(path=f"/tmp/shots/{n}-{w}{'-dark' if dark else ''}.png",full_page=True)
                v=axe(p)
                if v: problems.append((n,w,dark,v))
                over=p.evaluate("document.documentElement.scrollWidth>innerWidth")
                if over: problems.append((n,w,"overflow"))
    p=as_("ada"); p.goto(served.url+f"/h/{d['fresh']}/"); p.screenshot(path="/tmp/shots/fresh-1280.png",full_page=True)
    p=as_("nana",390,844); p.goto(served.url+f"/h/{h}/"); p.screenshot(path="/tmp/shots/nana-home.png",full_page=True)
    p.goto(served.url+f"/h/{h}/r/{d['routine']}/edit"); p.screenshot(path="/tmp/shots/refused.png"); 
    # computed
    p=as_("maya"); p.goto(served.url+pages["routine_edit"])
    before=p.inner_text("#computed"); p.fill("input[name=anchor_time]","09:00"); p.press("input[name=anchor_time]","Tab"); p.wait_for_timeout(600)
    print("COMPUTED",before,"->",p.inner_text("#computed"))
    p.check("input[name=anchor][value=start]", force=True); p.wait_for_timeout(500); print(p.inner_text("#computed"))
    # picture search
    p.goto(served.url+pages["step_new"]); p.fill("#step-search","shoes"); p.wait_for_timeout(900); print("PICS",p.locator("#step-pictures input").count())
    # history filter
    p.goto(served.url+pages["history"]); p.select_option("#history-person", label="Leo"); p.wait_for_timeout(700); print("FILTER",p.url,p.locator("#history-list .told").count())
    p.select_option("#history-step", label="Get dressed"); p.wait_for_timeout(700); print("FILTER",p.url,p.locator("#history-list .told").count())
    # live: history refreshes when something happens
    q=as_("leo"); q.goto(served.url+f"/h/{h}/history"); q.wait_for_timeout(1500); n=q.locator(".told").count(); print("STATE",q.get_attribute("#live-state","data-state"))
    p.goto(served.url+pages["step_edit"]); p.fill("input[name=title]","Dress up"); p.click("button.button-main"); p.wait_for_timeout(300)
    print("TOAST",p.inner_text("#toast"), p.url); q.wait_for_timeout(1500); print("LIVE", n, q.locator(".told").count(), q.inner_text(".told >> nth=0"))
    # take back from history
    p.goto(served.url+pages["history"]); p.click("text=Take back >> nth=0"); p.wait_for_timeout(500); print(p.url, p.inner_text("#toast"), p.inner_text(".told >> nth=0"))
    # clash
    a=as_("maya"); b=as_("sam"); a.goto(served.url+pages["step_edit"]); b.goto(served.url+pages["step_edit"])
    b.fill("input[name=title]","Clothes"); b.click("button.button-main"); b.wait_for_timeout(300)
    a.fill("input[name=title]","Trousers"); a.fill("textarea[name=why]","Because\nlegs"); a.click("button.button-main"); a.wait_for_timeout(300)
    a.screenshot(path="/tmp/shots/clash.png",full_page=True); print("CLASH", axe(a))
    a.check("input[name=keep_title][value=theirs]",force=True); a.click("button.button-main"); a.wait_for_timeout(400); print(a.url,a.inner_text("#toast"))
    for x in problems: print("PROBLEM",x)
